//! The questions of a form in their order, and the answers to them.

mod group;
mod read;
mod said;

use askama::filters::HtmlSafe;
use calendar::NaiveDate;

pub(crate) use group::Ask;
pub(super) use group::On;
pub(crate) use read::Read;
pub(crate) use said::Said;

use super::asked::{Asked, Drawn, Section};
use super::data::Answers;
use super::errors::Problems;
use super::parse::Fields;
use super::question::Asks;
use crate::components::{Html, WarningText};
use group::{Group, Line};

/// The questions of a form.
#[derive(Default)]
pub(crate) struct Questions<'a> {
    groups: Vec<Group<'a>>,
    begins_empty: bool,
    said_in_order: &'static [&'static str],
}

impl<'a> Questions<'a> {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn ask(mut self, question: impl Ask<'a>) -> Self {
        self.last().asks.push(Line::Asks(question.into_question()));
        self
    }

    /// One more question, where it is asked at all.
    pub(crate) fn ask_if(self, is_asked: bool, question: impl Ask<'a>) -> Self {
        if is_asked { self.ask(question) } else { self }
    }

    /// As many more questions as there are.
    pub(crate) fn ask_each<Q: Ask<'a>>(self, questions: impl IntoIterator<Item = Q>) -> Self {
        questions.into_iter().fold(self, Self::ask)
    }

    /// A warning before the questions after it.
    pub(crate) fn warn(self, warning: impl Into<String>) -> Self {
        self.show(WarningText::new(warning))
    }

    /// Something to read before the questions after it.
    pub(crate) fn show(mut self, part: impl HtmlSafe) -> Self {
        self.last().asks.push(Line::Shows(Html::of(part)));
        self
    }

    /// A line of the check page that nobody is asked for.
    pub(crate) fn says(mut self, label: impl Into<String>, text: impl Into<String>) -> Self {
        self.last().asks.push(Line::Says { label: label.into(), text: text.into() });
        self
    }

    /// The questions after it stand under this heading.
    pub(crate) fn under(self, heading: &'static str) -> Self {
        let on = self.groups.last().map_or(On::First, |group| group.on);
        self.group(on, Some(heading))
    }

    /// The questions after it stand on the next page, because they follow from the answers to those before.
    pub(crate) fn on_the_next_page(self, heading: Option<&'static str>) -> Self {
        self.group(On::Next, heading)
    }

    /// The questions after it are answered for the writer, who can change that from the check page.
    pub(crate) fn presumed(self, heading: Option<&'static str>) -> Self {
        self.group(On::Presumed, heading)
    }

    /// Begins without the answers that the record has, although it may be compared with them.
    pub(crate) fn begins_empty(self) -> Self {
        Self { begins_empty: true, ..self }
    }

    /// Said in the order of these names on a check page, where that is not the one in which they are asked.
    pub(crate) fn said_in_order(self, names: &'static [&'static str]) -> Self {
        Self { said_in_order: names, ..self }
    }

    /// The answers with which the form begins, where the record has these.
    pub(crate) fn begin(&self, recorded: Option<Answers>, today: NaiveDate) -> Answers {
        match recorded.filter(|_| !self.begins_empty) {
            Some(recorded) => recorded,
            None => self.begin_rest(Answers::default(), today),
        }
    }

    /// These answers, with that with which every question begins that has none of them.
    pub(crate) fn begin_rest(&self, answers: Answers, today: NaiveDate) -> Answers {
        self.each().fold(answers, |answers, question| {
            if answers.is_sent(question.name()) { answers } else { question.begin(answers, today) }
        })
    }

    /// What of these answers can be understood. What is not offered, or stands beside another, is left aside.
    pub(super) fn understood(&self, answers: &Answers, today: NaiveDate) -> Answers {
        self.each().fold(Answers::default(), |all, question| {
            let understood = question.understood(answers, today);
            understood.iter().fold(all, |all, (name, value)| all.and(name, value))
        })
    }

    /// The answer to the question of this name in words; none where there is no such question.
    pub(super) fn say(&self, name: &str, answers: &Answers) -> Option<String> {
        self.each().find(|question| question.name() == name).map(|question| question.say(answers))
    }

    /// The answers, or what is wrong with them: with each by itself, and what `check` notes beyond that.
    pub(crate) fn read<'b>(
        &'b self,
        answers: &'b Answers,
        today: NaiveDate,
        check: impl FnOnce(&Read<'_>, &mut Problems),
    ) -> Result<Read<'b>, Problems> {
        let mut fields = Fields::of(answers);
        self.each().for_each(|question| question.check(&mut fields, today));
        let read = Read::new(self, answers, today);
        check(&read, &mut fields.problems);
        if fields.are_fine() {
            return Ok(read);
        }
        // What is about no question comes first.
        let names: Vec<_> = self.names().collect();
        Err(fields.problems.sorted_by(|field| names.iter().position(|name| *name == field)))
    }

    /// The questions, for a form that is no page of its own.
    pub(crate) fn asked(&self, answers: &Answers, problems: &Problems) -> Html {
        self.drawn(On::First, Asked { answers, problems }).into_iter().fold(Html::default(), Html::then)
    }

    /// The questions of a page, drawn.
    pub(super) fn drawn(&self, on: On, asked: Asked<'_>) -> Vec<Section> {
        let draw = |line: &Line<'a>| match line {
            Line::Asks(question) => Some(Drawn { name: question.name(), html: question.draw(asked) }),
            Line::Shows(html) => Some(Drawn { name: "", html: html.clone() }),
            Line::Says { .. } => None,
        };
        let groups = self.groups.iter().filter(|group| group.on == on);
        let sections = groups.map(|group| Section {
            heading: group.heading,
            questions: group.asks.iter().filter_map(draw).collect(),
        });
        sections.filter(|section| !section.questions.is_empty()).collect()
    }

    /// Whether anything is asked on a page.
    pub(super) fn has(&self, on: On) -> bool {
        !self.names_on(&[on]).is_empty()
    }

    /// Whether nothing is asked on the first page.
    pub(super) fn ask_nothing(&self) -> bool {
        !self.has(On::First)
    }

    /// The page on which a question stands.
    pub(super) fn page_of(&self, name: &str) -> Option<On> {
        let has = |group: &&Group<'a>| group.questions().any(|question| question.name() == name);
        self.groups.iter().find(has).map(|group| group.on)
    }

    /// The names of the questions on these pages.
    pub(super) fn names_on(&self, pages: &[On]) -> Vec<&'static str> {
        let groups = self.groups.iter().filter(|group| pages.contains(&group.on));
        groups.flat_map(Group::questions).map(Asks::name).collect()
    }

    /// Every answer in words, as the check page lists them.
    pub(crate) fn said(&self, answers: &Answers) -> Vec<Said> {
        let lines = self.groups.iter().flat_map(|group| &group.asks);
        let said = lines.filter_map(|line| match line {
            Line::Asks(question) => Some(Said::new(question.name(), question.short(), question.say(answers))),
            Line::Says { label, text } => Some(Said::new("", label.clone(), text.clone())),
            Line::Shows(_) => None,
        });
        let mut said: Vec<_> = said.filter(|said| !said.label.is_empty()).collect();
        said.sort_by_key(|said| self.said_in_order.iter().position(|name| *name == said.name));
        said
    }

    /// These answers, with what was sent to the questions in place of what they had.
    pub(crate) fn take(&self, answers: &Answers, sent: &Answers) -> Answers {
        let names: Vec<_> = self.names().collect();
        let others = answers.iter().filter(|(input, _)| !belongs_to(input, &names));
        let taken = sent.iter().filter(|(input, _)| belongs_to(input, &names));
        others.chain(taken).fold(Answers::default(), |all, (input, value)| all.and(input, value))
    }

    /// The names of all questions, in their order.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.each().map(Asks::name)
    }

    fn last(&mut self) -> &mut Group<'a> {
        if self.groups.is_empty() {
            self.groups.push(Group { on: On::First, heading: None, asks: Vec::new() });
        }
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }

    fn group(mut self, on: On, heading: Option<&'static str>) -> Self {
        self.groups.push(Group { on, heading, asks: Vec::new() });
        self
    }

    pub(super) fn each(&self) -> impl Iterator<Item = &(dyn Asks + 'a)> {
        self.groups.iter().flat_map(Group::questions)
    }
}

/// Whether an input belongs to a question: a date is in several.
fn belongs(input: &str, question: &str) -> bool {
    let part = input.strip_prefix(question);
    part.is_some_and(|part| matches!(part, "" | "-day" | "-month" | "-year" | "-unknown"))
}

/// Whether an input belongs to any of these questions.
pub(super) fn belongs_to(input: &str, questions: &[&str]) -> bool {
    questions.iter().any(|name| belongs(input, name))
}
