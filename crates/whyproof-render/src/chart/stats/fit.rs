//! A line through points.

use statrs::distribution::{ContinuousCDF, StudentsT};

/// A least-squares line, and how sure it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fit {
    pub(crate) n: usize,
    /// How much y changes with one of x.
    pub(crate) slope: f64,
    /// The 95 % confidence interval of the slope.
    pub(crate) slope_between: (f64, f64),
    mean: (f64, f64),
    /// Residual standard error.
    error: f64,
    /// Sum of squares of x about its mean.
    squares: f64,
    t: f64,
}

impl Fit {
    /// The line at `x`.
    pub(crate) fn at(&self, x: f64) -> f64 {
        self.mean.1 + self.slope * (x - self.mean.0)
    }

    /// The 95 % confidence band of the line at `x`: where the mean of y is likely to be, not where
    /// single points are.
    pub(crate) fn band(&self, x: f64) -> (f64, f64) {
        let away = x - self.mean.0;
        let spread = (1.0 / self.n as f64 + away * (away / self.squares)).sqrt();
        let half = self.t * self.error * spread;
        (self.at(x) - half, self.at(x) + half)
    }
}

/// Fits a line by ordinary least squares, with intervals from Student's t with n − 2 degrees of
/// freedom. None for fewer than three points, for points that share one x, and for numbers so
/// large or small that their squares are none.
///
/// Source: Draper and Smith, "Applied Regression Analysis", 3rd edition, 1998, sections 1.2–1.4.
pub(crate) fn fit(points: &[(f64, f64)]) -> Option<Fit> {
    let n = points.len();
    if n < 3 {
        return None;
    }
    let count = n as f64;
    let mean_of = |get: fn(&(f64, f64)) -> f64| points.iter().map(|p| get(p) / count).sum::<f64>();
    let mean = (mean_of(|point| point.0), mean_of(|point| point.1));
    let about = || points.iter().map(|(x, y)| (x - mean.0, y - mean.1));
    let squares: f64 = about().map(|(x, _)| x * x).sum();
    let largest = points.iter().map(|(x, _)| x.abs()).fold(0.0, f64::max);
    if squares <= (largest * 1e-9).powi(2) {
        return None;
    }
    let slope = about().map(|(x, y)| x * y).sum::<f64>() / squares;
    let left: f64 = about().map(|(x, y)| (y - slope * x).powi(2)).sum();
    let error = (left / (count - 2.0)).sqrt();
    let t = t_quantile(count - 2.0)?;
    let half = t * error / squares.sqrt();
    let fit = Fit {
        n,
        slope,
        slope_between: (slope - half, slope + half),
        mean,
        error,
        squares,
        t,
    };
    let known = [squares, slope, error, half, mean.0, mean.1];
    known.iter().all(|number| number.is_finite()).then_some(fit)
}

/// What Student's t stays below with a probability of 97.5 %.
pub(crate) fn t_quantile(freedom: f64) -> Option<f64> {
    let distribution = StudentsT::new(0.0, 1.0, freedom).ok()?;
    Some(distribution.inverse_cdf(0.975))
}
