//! Documents on a plane: the more two are alike, the nearer they stand (metric multidimensional
//! scaling by stress majorisation, SMACOF). No random number is used, so the map stays the same.
//!
//! Written here because it is a hundred lines of arithmetic; the libraries there are bring linear
//! algebra and random starts with them.

/// So many rounds at most, and so small a gain ends them.
const ROUNDS: usize = 300;
const GAIN: f64 = 1e-7;
/// The start is a little out of round, so that no two directions are equal.
const SKEW: f64 = 0.15;

/// Places things by the distance each two of them should have; `order` names them so that near ones
/// stand side by side, which is where the start takes them from. Gives places within 0 to 1, in the
/// same scale both ways.
pub(crate) fn placed(far: &[Vec<f64>], order: &[usize]) -> Vec<[f64; 2]> {
    let mut at = circle(far.len(), order);
    let mut last = stress(far, &at);
    for _ in 0..ROUNDS {
        let next = majorised(far, &at);
        let now = stress(far, &next);
        at = next;
        if last - now < GAIN * last.max(GAIN) {
            break;
        }
        last = now;
    }
    framed(&at)
}

/// Everything on a circle, in the order given.
fn circle(all: usize, order: &[usize]) -> Vec<[f64; 2]> {
    let mut at = vec![[0.0, 0.0]; all];
    for (nth, one) in order.iter().enumerate() {
        let angle = std::f64::consts::TAU * nth as f64 / all.max(1) as f64;
        let radius = 0.5 + SKEW * nth as f64 / all.max(1) as f64;
        if let Some(place) = at.get_mut(*one) {
            *place = [radius * angle.cos(), radius * angle.sin()];
        }
    }
    at
}

/// One step of majorisation with equal weights (the Guttman transform): never farther from what is
/// asked for than before.
fn majorised(far: &[Vec<f64>], at: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let all = at.len() as f64;
    let moved = (0..at.len()).map(|one| {
        let mut sum = [0.0, 0.0];
        for other in (0..at.len()).filter(|other| *other != one) {
            let apart = distance(at[one], at[other]);
            // Two that stand on one spot have no direction from one another.
            let pull = if apart > f64::EPSILON {
                far[one][other] / apart
            } else {
                0.0
            };
            for axis in 0..2 {
                sum[axis] += pull * (at[one][axis] - at[other][axis]);
            }
        }
        [sum[0] / all, sum[1] / all]
    });
    moved.collect()
}

/// How far the places are from what is asked for.
fn stress(far: &[Vec<f64>], at: &[[f64; 2]]) -> f64 {
    let mut sum = 0.0;
    for one in 0..at.len() {
        for other in one + 1..at.len() {
            sum += (distance(at[one], at[other]) - far[one][other]).powi(2);
        }
    }
    sum
}

fn distance(one: [f64; 2], other: [f64; 2]) -> f64 {
    (one[0] - other[0]).hypot(one[1] - other[1])
}

/// Turned so that it is widest across, then brought into the frame.
fn framed(at: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let all = at.len().max(1) as f64;
    let mean = |axis: usize| at.iter().map(|place| place[axis]).sum::<f64>() / all;
    let (x, y) = (mean(0), mean(1));
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for place in at {
        let (a, b) = (place[0] - x, place[1] - y);
        xx += a * a;
        xy += a * b;
        yy += b * b;
    }
    let (sin, cos) = (f64::atan2(2.0 * xy, xx - yy) / 2.0).sin_cos();
    let turned: Vec<[f64; 2]> = at
        .iter()
        .map(|place| (place[0] - x, place[1] - y))
        .map(|(a, b)| [a * cos + b * sin, b * cos - a * sin])
        .collect();
    let most = turned
        .iter()
        .flatten()
        .fold(f64::EPSILON, |most, one| one.abs().max(most));
    let within = |one: f64| 0.5 + one / most / 2.0;
    turned
        .iter()
        .map(|[a, b]| [within(*a), within(*b)])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distances(at: &[[f64; 2]]) -> Vec<Vec<f64>> {
        let row = |one: &[f64; 2]| at.iter().map(|other| distance(*one, *other)).collect();
        at.iter().map(row).collect()
    }

    #[test]
    fn a_known_configuration_is_found_again_but_for_turn_and_scale() {
        // A rectangle of 2 by 1 with a point in its middle.
        let known = [[0.0, 0.0], [2.0, 0.0], [2.0, 1.0], [0.0, 1.0], [1.0, 0.5]];
        let far = distances(&known);
        let found = placed(&far, &[0, 1, 2, 3, 4]);
        let got = distances(&found);
        let scale = got[0][1] / far[0][1];
        for one in 0..5 {
            for other in 0..5 {
                let want = far[one][other] * scale;
                assert!((got[one][other] - want).abs() < 0.02, "{found:?}");
            }
        }
        assert_eq!(found, placed(&far, &[0, 1, 2, 3, 4]));
    }

    #[test]
    fn nothing_one_and_equal_things_have_places_too() {
        assert!(placed(&[], &[]).is_empty());
        assert_eq!(placed(&[vec![0.0]], &[0]), [[0.5, 0.5]]);
        let same = placed(&vec![vec![0.0; 3]; 3], &[0, 1, 2]);
        assert!(same.iter().flatten().all(|one| one.is_finite()));
    }
}
