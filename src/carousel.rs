//! The state behind the carousel, without a browser: where the cards stand, which are in view, where a press of a button leads.
//!
//! All lengths are CSS pixels along the inline axis, counted from the start edge, so that one reckoning serves every direction.

/// The carousel as it was last measured.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carousel {
    /// Where each card begins.
    starts: Vec<f64>,
    /// The length of the visible part.
    view: f64,
    /// The length of everything.
    content: f64,
}

/// Rounding of the browser's own: two places closer than this are one.
const NEAR: f64 = 1.5;

impl Carousel {
    /// A carousel of cards that begin at `starts`, `content` long, seen through `view`.
    #[must_use]
    pub fn new(starts: Vec<f64>, content: f64, view: f64) -> Self {
        Self { starts, view, content }
    }

    /// The furthest that it can be scrolled.
    #[must_use]
    pub fn limit(&self) -> f64 {
        (self.content - self.view).max(0.0)
    }

    /// Whether there is more before `offset`.
    #[must_use]
    pub fn has_previous(&self, offset: f64) -> bool {
        offset > NEAR
    }

    /// Whether there is more after `offset`.
    #[must_use]
    pub fn has_next(&self, offset: f64) -> bool {
        offset < self.limit() - NEAR
    }

    /// Where `next` leads from `offset`: the first card that is not wholly in view comes to the start.
    #[must_use]
    pub fn next(&self, offset: f64) -> f64 {
        let end = offset + self.view;
        let cut = self.starts.iter().zip(self.ends()).find(|(start, to)| *to > end + NEAR && **start > offset + NEAR);
        cut.map_or(self.limit(), |(start, _)| *start).min(self.limit())
    }

    /// Where `previous` leads from `offset`: as far back as the view is long, onto the start of a card.
    #[must_use]
    pub fn previous(&self, offset: f64) -> f64 {
        let target = offset - self.view;
        let back = self.starts.iter().copied().find(|start| *start >= target - NEAR && *start < offset - NEAR);
        back.or_else(|| self.starts.iter().copied().rfind(|start| *start < offset - NEAR)).unwrap_or(0.0).max(0.0)
    }

    /// Where to go from `offset` to have all of a card in view; `None` where it is there already.
    #[must_use]
    pub fn reveal(&self, card: usize, offset: f64) -> Option<f64> {
        let (start, end) = self.starts.iter().copied().zip(self.ends()).nth(card)?;
        let stands = start > offset - NEAR && end < offset + self.view + NEAR;
        (!stands).then(|| start.min(self.limit()))
    }

    /// The first card that is wholly in view at `offset`, counted from 0.
    #[must_use]
    pub fn first_visible(&self, offset: f64) -> usize {
        self.starts
            .iter()
            .position(|start| *start >= offset - NEAR)
            .unwrap_or_else(|| self.starts.len().saturating_sub(1))
    }

    fn ends(&self) -> impl Iterator<Item = f64> + '_ {
        self.starts.iter().skip(1).copied().chain(core::iter::once(self.content))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn five() -> Carousel {
        // Five cards of 300, 20 apart, seen through 700: two whole cards and a bit of the third.
        Carousel::new(vec![0.0, 320.0, 640.0, 960.0, 1280.0], 1580.0, 700.0)
    }

    #[test]
    fn next_brings_the_first_cut_card_to_the_start() {
        let carousel = five();
        assert_eq!(carousel.next(0.0), 640.0);
        assert_eq!(carousel.next(640.0), 880.0);
        assert_eq!(carousel.next(880.0), 880.0);
    }

    #[test]
    fn previous_goes_back_a_view_and_stops_at_the_first() {
        let carousel = five();
        assert_eq!(carousel.previous(880.0), 320.0);
        assert_eq!(carousel.previous(640.0), 0.0);
        assert_eq!(carousel.previous(0.0), 0.0);
    }

    #[test]
    fn every_card_is_passed_on_the_way() {
        let carousel = five();
        let mut seen = vec![];
        let mut offset = 0.0;
        loop {
            seen.extend((0..5).filter(|card| {
                let start = f64::from(*card) * 320.0;
                start >= offset - NEAR && start + 300.0 <= offset + 700.0 + NEAR
            }));
            if !carousel.has_next(offset) {
                break;
            }
            offset = carousel.next(offset);
        }
        seen.dedup();
        assert_eq!(seen, vec![0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_card_wider_than_the_view_is_stepped_over() {
        let carousel = Carousel::new(vec![0.0, 320.0, 640.0], 940.0, 280.0);
        assert_eq!(carousel.next(0.0), 320.0);
        assert_eq!(carousel.next(320.0), 640.0);
        assert_eq!(carousel.previous(640.0), 320.0);
        assert_eq!(carousel.previous(320.0), 0.0);
    }

    #[test]
    fn a_card_is_brought_into_view_where_it_is_not() {
        let carousel = five();
        assert_eq!(carousel.reveal(1, 0.0), None);
        assert_eq!(carousel.reveal(2, 0.0), Some(640.0));
        assert_eq!(carousel.reveal(0, 640.0), Some(0.0));
        assert_eq!(carousel.reveal(4, 0.0), Some(880.0));
        assert_eq!(carousel.reveal(4, 880.0), None);
        assert_eq!(carousel.reveal(5, 0.0), None);
    }

    #[test]
    fn ends_are_known() {
        let carousel = five();
        assert!(!carousel.has_previous(0.4) && carousel.has_next(0.0));
        assert!(carousel.has_previous(880.0) && !carousel.has_next(879.6));
        let empty = Carousel::default();
        assert!(!empty.has_previous(0.0) && !empty.has_next(0.0));
        assert_eq!((empty.next(0.0), empty.previous(0.0), empty.first_visible(0.0)), (0.0, 0.0, 0));
    }
}
