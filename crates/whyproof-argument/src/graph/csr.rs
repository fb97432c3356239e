/// Rows of items in two flat arrays: row i is `items[offsets[i]..offsets[i + 1]]`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Csr<T> {
    offsets: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy + Default> Csr<T> {
    /// Counting sort of (row, item) pairs; items keep their order within a row. Pairs whose row
    /// does not exist are left out. With no pair at all nothing is stored.
    pub(crate) fn from_pairs<I>(rows: usize, pairs: I) -> Self
    where
        I: Iterator<Item = (u32, T)> + Clone,
    {
        // Counts stand two places on, so that the running ends become the starts of the rows.
        let mut offsets = vec![0u32; rows + 2];
        let mut total = 0usize;
        for (row, _) in pairs.clone() {
            if (row as usize) < rows {
                offsets[row as usize + 2] += 1;
                total += 1;
            }
        }
        if total == 0 {
            return Self::default();
        }
        let mut sum = 0u32;
        for offset in &mut offsets {
            sum += *offset;
            *offset = sum;
        }
        let mut items = vec![T::default(); total];
        for (row, item) in pairs {
            if (row as usize) < rows {
                let cursor = &mut offsets[row as usize + 1];
                items[*cursor as usize] = item;
                *cursor += 1;
            }
        }
        offsets.pop();
        Self { offsets, items }
    }

    /// The items of a row; none where there is no such row.
    #[inline]
    pub(crate) fn row(&self, row: usize) -> &[T] {
        self.items.get(self.span(row)).unwrap_or_default()
    }

    /// Where a row stands among all items.
    #[inline]
    pub(crate) fn span(&self, row: usize) -> std::ops::Range<usize> {
        match (self.offsets.get(row), self.offsets.get(row + 1)) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        }
    }

    pub(crate) fn items(&self) -> &[T] {
        &self.items
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// (row, item) of every item, in order.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (u32, T)> + Clone + '_ {
        let rows = self.offsets.len().saturating_sub(1);
        (0..rows).flat_map(move |row| {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "offsets count rows in 32 bits"
            )]
            let key = row as u32;
            self.row(row).iter().map(move |&item| (key, item))
        })
    }
}
