//! Compensated summation.

/// A running sum that carries what rounding drops (Neumaier 1974).
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sum {
    sum: f64,
    dropped: f64,
}

impl Sum {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One more term.
    pub fn add(&mut self, x: f64) {
        let total = self.sum + x;
        self.dropped += if self.sum.abs() >= x.abs() {
            (self.sum - total) + x
        } else {
            (x - total) + self.sum
        };
        self.sum = total;
    }

    /// What it comes to.
    pub fn value(self) -> f64 {
        // Past the largest number the carry is NaN, and the sum says so itself.
        if self.dropped.is_finite() {
            self.sum + self.dropped
        } else {
            self.sum
        }
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(terms: I) -> Self {
        let mut sum = Self::new();
        for x in terms {
            sum.add(x);
        }
        sum
    }
}
