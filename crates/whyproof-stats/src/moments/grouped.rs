//! Sufficient statistics of many groups at once, as batches of rows come: for whoever groups rows.

/// Groups up to which a batch without gaps is summed in arrays of its own.
const FEW: usize = 256;
/// What of a group stands before its means: how many rows it has, how many of them had a value that is not finite, and in
/// how many of its rows the first value is neither 0 nor 1.
const COUNTS: usize = 3;

/// Counts, means and centred products of the columns of each of many groups.
///
/// Of a batch, values are summed about the mean of the group so far, or of a new group about its mean in that batch: the
/// spread of values far from zero is not lost, and a row takes no division. What was summed is joined as in Chan, Golub &
/// LeVeque (1979). A row of which a value is not finite is counted, and nothing else.
///
/// The state of a group is `[n, bad, many, means…, products…]`, the products those of columns i and j ≤ i, row by row of
/// the lower triangle, about the means.
#[derive(Debug, Clone)]
pub struct Grouped {
    width: usize,
    /// The states, one behind the other.
    done: Vec<f64>,
    /// What the batch at hand adds, about the means in `done`.
    now: Vec<f64>,
    /// The groups that the batch at hand has.
    touched: Vec<usize>,
}

impl Grouped {
    /// No groups yet, of so many columns.
    pub fn new(width: usize) -> Self {
        Self {
            width,
            done: Vec::new(),
            now: Vec::new(),
            touched: Vec::new(),
        }
    }

    /// How long a state of so many columns is.
    pub const fn length(width: usize) -> usize {
        COUNTS + width + width * (width + 1) / 2
    }

    /// How many groups there are.
    pub fn groups(&self) -> usize {
        self.done.len() / Self::length(self.width)
    }

    /// Makes so many groups of it, new ones empty.
    pub fn resize(&mut self, groups: usize) {
        let length = groups * Self::length(self.width);
        self.done.resize(length, 0.0);
        self.now.resize(length, 0.0);
    }

    /// The state of a group.
    pub fn state(&self, group: usize) -> &[f64] {
        let length = Self::length(self.width);
        &self.done[group * length..(group + 1) * length]
    }

    /// Takes the first `groups` groups out, their states one behind the other; those behind them move up.
    pub fn take(&mut self, groups: usize) -> Vec<f64> {
        let length = groups * Self::length(self.width);
        let taken = self.done.drain(..length).collect();
        self.now.truncate(self.done.len());
        taken
    }

    /// The memory that it holds, in bytes.
    pub fn size(&self) -> usize {
        8 * (self.done.capacity() + self.now.capacity() + self.touched.capacity())
    }

    /// Adds rows: columns of one length, the group of each row, which must be there, and which rows count, where not all
    /// do.
    pub fn add(&mut self, columns: &[&[f64]], groups: &[usize], kept: Option<&[bool]>) {
        let few = self.groups() <= FEW;
        let is_known = few && (0..self.groups()).all(|group| self.state(group)[0] > 0.0);
        if !is_known {
            self.begin(columns, groups, kept);
        }
        let is_whole = few && kept.is_none() && columns.iter().all(|column| is_finite(column));
        match *columns {
            [a] if is_whole => self.whole::<1, 1>([a], groups),
            [a, b] if is_whole => self.whole::<2, 3>([a, b], groups),
            [a, b, c] if is_whole => self.whole::<3, 6>([a, b, c], groups),
            [a, b, c, d] if is_whole => self.whole::<4, 10>([a, b, c, d], groups),
            _ => self.rows(columns, groups, kept),
        }
        self.fold();
    }

    /// Joins a state of another with a group.
    pub fn merge(&mut self, group: usize, other: &[f64]) {
        let (width, length) = (self.width, Self::length(self.width));
        let done = &mut self.done[group * length..(group + 1) * length];
        done[1] += other[1];
        done[2] += other[2];
        let (of_done, of_other) = (done[0], other[0]);
        if of_other == 0.0 {
            return;
        }
        if of_done == 0.0 {
            done[0] = of_other;
            done[COUNTS..].copy_from_slice(&other[COUNTS..]);
            return;
        }
        let n = of_done + of_other;
        let mut at = COUNTS + width;
        for i in 0..width {
            let apart = other[COUNTS + i] - done[COUNTS + i];
            for j in 0..=i {
                let also = other[COUNTS + j] - done[COUNTS + j];
                done[at] += other[at] + apart * also * (of_done * of_other / n);
                at += 1;
            }
        }
        for i in 0..width {
            done[COUNTS + i] += (other[COUNTS + i] - done[COUNTS + i]) * (of_other / n);
        }
        done[0] = n;
    }

    /// Gives each group that has no rows yet its mean in this batch, about which it is summed.
    fn begin(&mut self, columns: &[&[f64]], groups: &[usize], kept: Option<&[bool]>) {
        let length = Self::length(self.width);
        for (row, &group) in groups.iter().enumerate() {
            let at = group * length;
            let is_left = kept.is_some_and(|kept| !kept[row]);
            if is_left
                || self.done[at] > 0.0
                || columns.iter().any(|column| !column[row].is_finite())
            {
                continue;
            }
            let now = &mut self.now[at..at + length];
            if now[0] == 0.0 {
                self.touched.push(group);
            }
            now[0] += 1.0;
            for (i, column) in columns.iter().enumerate() {
                now[COUNTS + i] += (column[row] - now[COUNTS + i]) / now[0];
            }
        }
        let means = COUNTS..COUNTS + self.width;
        for group in self.touched.drain(..) {
            let own = group * length..(group + 1) * length;
            let (done, now) = (&mut self.done[own.clone()], &mut self.now[own]);
            done[means.clone()].copy_from_slice(&now[means.clone()]);
            now.fill(0.0);
        }
    }

    /// Sums the rows that count, whatever they have.
    fn rows(&mut self, columns: &[&[f64]], groups: &[usize], kept: Option<&[bool]>) {
        let (width, length) = (self.width, Self::length(self.width));
        let mut apart = vec![0.0; width];
        for (row, &group) in groups.iter().enumerate() {
            if kept.is_some_and(|kept| !kept[row]) {
                continue;
            }
            let own = group * length..(group + 1) * length;
            let (done, now) = (&self.done[own.clone()], &mut self.now[own]);
            if now[0] + now[1] == 0.0 {
                self.touched.push(group);
            }
            if columns.iter().any(|column| !column[row].is_finite()) {
                now[1] += 1.0;
                continue;
            }
            now[0] += 1.0;
            now[2] += is_many(columns[0][row]);
            let mut at = COUNTS + width;
            for i in 0..width {
                apart[i] = columns[i][row] - done[COUNTS + i];
                now[COUNTS + i] += apart[i];
                for j in 0..=i {
                    now[at] += apart[i] * apart[j];
                    at += 1;
                }
            }
        }
    }

    /// Sums rows of which all count and all is finite, of few groups.
    fn whole<const W: usize, const P: usize>(&mut self, columns: [&[f64]; W], groups: &[usize]) {
        let length = Self::length(W);
        let count = self.groups();
        let columns = columns.map(|column| &column[..groups.len()]);
        let mut sums = vec![(0_u32, 0.0, [0.0; W], [0.0; P]); count];
        let means = (0..count).map(|group| -> [f64; W] {
            std::array::from_fn(|i| self.done[group * length + COUNTS + i])
        });
        let means: Vec<[f64; W]> = means.collect();
        for (row, &group) in groups.iter().enumerate() {
            let (n, many, first, second) = &mut sums[group];
            let mean = &means[group];
            *n += 1;
            *many += is_many(columns[0][row]);
            let mut apart = [0.0; W];
            let mut at = 0;
            for i in 0..W {
                apart[i] = columns[i][row] - mean[i];
                first[i] += apart[i];
                for j in 0..=i {
                    second[at] += apart[i] * apart[j];
                    at += 1;
                }
            }
        }
        for (group, (n, many, first, second)) in sums.into_iter().enumerate() {
            if n == 0 {
                continue;
            }
            let now = &mut self.now[group * length..(group + 1) * length];
            (now[0], now[2]) = (f64::from(n), many);
            now[COUNTS..COUNTS + W].copy_from_slice(&first);
            now[COUNTS + W..].copy_from_slice(&second);
            self.touched.push(group);
        }
    }

    /// Joins what the batch added with what was there, about the new means.
    fn fold(&mut self) {
        let (width, length) = (self.width, Self::length(self.width));
        for group in self.touched.drain(..) {
            let own = group * length..(group + 1) * length;
            let (done, now) = (&mut self.done[own.clone()], &mut self.now[own]);
            let n = done[0] + now[0];
            (done[0], done[1], done[2]) = (n, done[1] + now[1], done[2] + now[2]);
            if n > 0.0 {
                let mut at = COUNTS + width;
                for i in 0..width {
                    for j in 0..=i {
                        done[at] += now[at] - now[COUNTS + i] * now[COUNTS + j] / n;
                        at += 1;
                    }
                }
                for i in 0..width {
                    done[COUNTS + i] += now[COUNTS + i] / n;
                }
            }
            now.fill(0.0);
        }
    }
}

/// 1 for a value that is neither 0 nor 1.
fn is_many(value: f64) -> f64 {
    f64::from(u8::from(value != 0.0 && value != 1.0))
}

/// Whether all are finite: of those, and of no others, the sum of each times zero is zero.
fn is_finite(column: &[f64]) -> bool {
    let (chunks, rest) = column.as_chunks::<8>();
    let mut sums = [0.0; 8];
    for chunk in chunks {
        for (sum, value) in sums.iter_mut().zip(chunk) {
            *sum += value * 0.0;
        }
    }
    let rest: f64 = rest.iter().map(|value| value * 0.0).sum();
    sums.iter().sum::<f64>() + rest == 0.0
}
