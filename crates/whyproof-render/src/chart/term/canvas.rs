//! A field of dots, eight to a letter, made of braille.

/// Dots that are on or off.
#[derive(Debug, Clone)]
pub(super) struct Canvas {
    columns: usize,
    rows: usize,
    cells: Vec<u8>,
}

impl Canvas {
    /// An empty field of so many letters.
    pub(super) fn new(columns: usize, rows: usize) -> Canvas {
        Canvas {
            columns,
            rows,
            cells: vec![0; columns * rows],
        }
    }

    /// How many dots it has across and down.
    pub(super) fn dots(&self) -> (usize, usize) {
        (self.columns * 2, self.rows * 4)
    }

    /// Sets a dot, counted from the left and the top.
    pub(super) fn set(&mut self, x: i64, y: i64) {
        // The bits of a braille letter go down its left column, then down its right; the lowest
        // two were added to Unicode later.
        const BITS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
            return;
        };
        let (wide, high) = self.dots();
        if x < wide && y < high {
            self.cells[y / 4 * self.columns + x / 2] |= BITS[y % 4][x % 2];
        }
    }

    /// Sets the dots from one to another.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64)) {
        let steps = (to.0 - from.0)
            .abs()
            .max((to.1 - from.1).abs())
            .ceil()
            .max(1.0);
        for step in 0..=steps as usize {
            let share = step as f64 / steps;
            let x = from.0 + (to.0 - from.0) * share;
            let y = from.1 + (to.1 - from.1) * share;
            self.set(x.round() as i64, y.round() as i64);
        }
    }

    /// The letters of a row.
    pub(super) fn row(&self, row: usize) -> String {
        let cells = self
            .cells
            .iter()
            .skip(row * self.columns)
            .take(self.columns);
        let letter = |bits: &u8| match bits {
            0 => ' ',
            bits => char::from_u32(0x2800 + u32::from(*bits)).unwrap_or(' '),
        };
        cells.map(letter).collect()
    }
}
