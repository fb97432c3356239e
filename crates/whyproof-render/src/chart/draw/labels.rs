//! Names at the ends of lines, moved apart until none touches another.

/// Moves positions apart, as little as can be, until they are `gap` from each other and within
/// `low` and `high`. None where there is no room.
///
/// The least sum of squares of the moves, by pooling adjacent violators: Barlow and others,
/// "Statistical Inference under Order Restrictions", 1972.
pub(crate) fn spread(wanted: &[f64], gap: f64, low: f64, high: f64) -> Option<Vec<f64>> {
    let count = wanted.len();
    if count == 0 || (count - 1) as f64 * gap > high - low {
        return (count == 0).then(Vec::new);
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]).then(a.cmp(b)));
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (place, &at) in order.iter().enumerate() {
        let mut pool = (wanted[at] - place as f64 * gap, 1);
        while let Some(&(sum, size)) = pools.last() {
            if sum / (size as f64) < pool.0 / pool.1 as f64 {
                break;
            }
            pools.pop();
            pool = (pool.0 + sum, pool.1 + size);
        }
        pools.push(pool);
    }
    let room = high - (count - 1) as f64 * gap;
    let starts = pools
        .iter()
        .flat_map(|&(sum, size)| std::iter::repeat_n((sum / size as f64).clamp(low, room), size));
    let mut moved = vec![0.0; count];
    for (place, (start, &at)) in starts.zip(&order).enumerate() {
        moved[at] = start + place as f64 * gap;
    }
    Some(moved)
}
