//! Which pairs stand elsewhere: those outside the heaviest run that keeps its order.

use crate::pairing::Link;
use crate::unit::Unit;

/// For each link, whether its directive moved. Long texts hold their place before short ones.
pub(crate) fn moved(links: &[Link], old: &[Unit<'_>], new: &[Unit<'_>]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..links.len()).collect();
    order.sort_by_key(|n| (links[*n].new, links[*n].old));
    let weight = |n: usize| {
        let link = &links[n];
        let texts = [&old[link.old].directive.text, &new[link.new].directive.text];
        texts
            .iter()
            .map(|text| text.chars().count())
            .min()
            .unwrap_or_default() as u64
            + 1
    };
    // Heaviest chain with rising places on the old side; equal places are parts of one split.
    let mut best: Vec<(u64, Option<usize>)> = Vec::new();
    for (at, &n) in order.iter().enumerate() {
        let before = (0..at)
            .filter(|b| links[order[*b]].old <= links[n].old)
            .max_by_key(|b| best[*b].0);
        let so_far = before.map_or(0, |b| best[b].0);
        best.push((so_far + weight(n), before));
    }
    let mut moved = vec![true; links.len()];
    let mut next = (0..best.len()).max_by_key(|at| best[*at].0);
    while let Some(at) = next {
        moved[order[at]] = false;
        next = best[at].1;
    }
    moved
}
