//! What narrows a list: said as questions, and kept whole in the address of the list.

use calendar::NaiveDate;

use super::data::Answers;
use super::errors::Problems;
use super::question::Question;
use super::questions::{Ask, Questions};
use crate::components::{Filters, Html};

/// A page after which nobody reads on.
const LAST_PAGE: u16 = 10_000;

/// The filter of a list with what is chosen. What is not offered is left aside.
pub(crate) struct Filter<'a> {
    path: String,
    query: Answers,
    today: NaiveDate,
    /// The parts of the address that make it this list.
    within: Answers,
    search: Questions<'a>,
    narrowing: Questions<'a>,
    chosen: Answers,
    order: Vec<(&'static str, &'static str)>,
}

impl<'a> Filter<'a> {
    /// A list at this path, for which was asked with this query.
    pub(crate) fn new(path: impl Into<String>, query: Answers, today: NaiveDate) -> Self {
        Self {
            path: path.into(),
            query,
            today,
            within: Answers::default(),
            search: Questions::new(),
            narrowing: Questions::new(),
            chosen: Answers::default(),
            order: Vec::new(),
        }
    }

    /// With this in every address of the list, by which it is told from others at its path.
    pub(crate) fn within(self, name: &str, value: &str) -> Self {
        Self { within: self.within.and(name, value), ..self }
    }

    /// Searched for these words.
    pub(crate) fn searched(self, question: Question<String>) -> Self {
        Self { search: self.search.ask(question), ..self }.understood()
    }

    /// Narrowed by the answer to this question.
    pub(crate) fn by(self, question: impl Ask<'a>) -> Self {
        Self { narrowing: self.narrowing.ask(question), ..self }.understood()
    }

    fn understood(self) -> Self {
        let [words, others] =
            [&self.search, &self.narrowing].map(|of| of.understood(&self.query, self.today));
        Self { chosen: others.iter().fold(words, |all, (name, value)| all.and(name, value)), ..self }
    }

    /// In this order, where it is not the first one.
    pub(crate) fn ordered(self, order: Vec<(&'static str, &'static str)>) -> Self {
        Self { order, ..self }
    }

    /// What is chosen; nothing where nothing is.
    pub(crate) fn of<T: Default>(&self, question: &Question<T>) -> T {
        question.read(&self.chosen, self.today).unwrap_or_default()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.chosen.is_blank()
    }

    /// Which page of the list is wanted.
    pub(crate) fn page(&self) -> u16 {
        self.query.one("page").parse().unwrap_or(1).clamp(1, LAST_PAGE)
    }

    /// What is chosen, each in words, with the query of the list without it.
    pub(crate) fn chosen(&self) -> Vec<(String, Answers)> {
        let chosen = self.chosen.iter().map(|(name, value)| {
            let answer = Answers::default().and(name, value);
            let words = self.search.say(name, &answer).or_else(|| self.narrowing.say(name, &answer));
            (words.unwrap_or_default(), self.query().without_one(name, value))
        });
        chosen.collect()
    }

    /// What is chosen, in words.
    pub(crate) fn words(&self) -> Vec<String> {
        self.chosen().into_iter().map(|(words, _)| words).collect()
    }

    /// As the address of the list has it, from its first page.
    pub(crate) fn query(&self) -> Answers {
        self.with(&self.chosen, &self.order)
    }

    fn with(&self, chosen: &Answers, order: &[(&str, &str)]) -> Answers {
        let all = self.within.iter().chain(chosen.iter()).chain(order.iter().copied());
        all.fold(Answers::default(), |all, (name, value)| all.and(name, value))
    }

    /// The address of another page of the list.
    pub(crate) fn address_of_page(&self, page: usize) -> String {
        self.at(&self.query().and("page", page.to_string()))
    }

    /// The address of the list in another order.
    pub(crate) fn address_ordered(&self, order: &[(&str, &str)]) -> String {
        self.at(&self.with(&self.chosen, order))
    }

    fn at(&self, query: &Answers) -> String {
        let query = query.to_query();
        if query.is_empty() { self.path.clone() } else { format!("{}?{query}", self.path) }
    }

    /// The words to look for, as a question.
    pub(crate) fn search_box(&self) -> Html {
        self.search.asked(&self.chosen, &Problems::default())
    }

    /// The panel beside the list.
    pub(crate) fn panel(&self) -> Filters {
        let groups = self.narrowing.asked(&self.chosen, &Problems::default());
        let panel = Filters::new(self.path.as_str()).text(self.search_box()).group(groups);
        let kept = self.with(&Answers::default(), &self.order);
        let panel = kept.iter().fold(panel, |panel, (name, value)| panel.hidden(name, value));
        let panel = self
            .chosen()
            .into_iter()
            .fold(panel, |panel, (words, without)| panel.chosen(words, self.at(&without)));
        panel.clear(self.at(&self.within))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::question::{Offer, one_of, search, several_of};

    const WORDS: Question<String> = search("q", "Search");
    const KIND: Question<Vec<String>> = several_of("kind", "Kind");
    const WHO: Question<Option<String>> = one_of("who", "Who");

    fn filter(query: &str) -> Filter<'static> {
        let offers = ["a", "b"].map(|code| Offer::new(&code, code.to_uppercase()));
        Filter::new("/list", Answers::read(query.as_bytes()), NaiveDate::default())
            .within("of", "all")
            .searched(WORDS)
            .by(KIND.among(offers.clone()))
            .by(WHO.among(offers))
            .ordered(vec![("order", "down")])
    }

    #[test]
    fn what_is_not_offered_or_stands_beside_another_is_left_aside() {
        let filter = filter("q=+home+&kind=x&kind=b&kind=b&kind=a&who=x&who=a&who=b&page=0");
        assert_eq!(filter.query().to_query(), "of=all&q=home&kind=b&kind=a&who=a&order=down");
        assert_eq!(filter.of(&KIND), ["b", "a"]);
        assert_eq!((filter.of(&WHO), filter.page()), (Some("a".to_owned()), 1));
    }

    #[test]
    fn every_filter_in_use_leads_to_the_list_without_it() {
        let chosen = filter("q=home&kind=a&kind=b").chosen();
        let chosen: Vec<_> =
            chosen.iter().map(|(words, without)| (words.as_str(), without.to_query())).collect();
        let query = |rest: &str| format!("of=all&{rest}&order=down");
        assert_eq!(
            chosen,
            [
                ("“home”", query("kind=a&kind=b")),
                ("A", query("q=home&kind=b")),
                ("B", query("q=home&kind=a"))
            ]
        );
        let none = filter("kind=x");
        assert!(none.is_empty() && none.address_of_page(3) == "/list?of=all&order=down&page=3");
    }
}
