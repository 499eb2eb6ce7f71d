//! A page as somebody reads it: what stands on it, what can be pressed, and what its form holds.

use scraper::{ElementRef, Html, Node, Selector};

/// A page. What is asked of it is looked for in its main part, without the menu and the foot that all pages have.
pub(crate) struct Page(Html);

impl Page {
    /// Reads what was answered.
    pub(crate) fn read(html: &str) -> Self {
        Self(Html::parse_document(html))
    }

    /// What its window is called.
    pub(crate) fn title(&self) -> String {
        select(self.0.root_element(), "head title").into_iter().map(words).collect()
    }

    /// Its heading.
    pub(crate) fn heading(&self) -> String {
        self.each("h1").join(" / ")
    }

    /// What is wrong, as the list on top says it.
    pub(crate) fn errors(&self) -> Vec<String> {
        self.each(".govuk-error-summary__list li")
    }

    /// What it says of what was done on the page before.
    pub(crate) fn flash(&self) -> String {
        self.each(".govuk-notification-banner__content").join(" ")
    }

    /// Everything that is written on it.
    pub(crate) fn words(&self) -> String {
        words(self.main())
    }

    /// Whether this is written on it.
    pub(crate) fn says(&self, text: &str) -> bool {
        self.words().contains(text)
    }

    /// What is written under a heading, up to the next one that is no smaller.
    #[track_caller]
    pub(crate) fn under(&self, heading: &str) -> String {
        let found = self.select("h2, h3, h4").find(|at| words(*at) == heading);
        let found = found.unwrap_or_else(|| panic!("no heading “{heading}” on: {}", self.words()));
        let is_next = |at: ElementRef<'_>| {
            let heads = std::iter::once(at).chain(at.descendent_elements());
            heads.filter_map(rank).any(|rank| Some(rank) <= self::rank(found))
        };
        // Some headings stand in a box of their own above what belongs to them.
        let boxes = std::iter::once(found).chain(found.ancestors().filter_map(ElementRef::wrap));
        let rest = boxes.map(after).find(|rest| !rest.is_empty()).unwrap_or_default();
        rest.into_iter().take_while(|at| !is_next(*at)).map(words).collect::<Vec<_>>().join(" ")
    }

    /// The rows of its summaries: keys, and what stands beside them.
    pub(crate) fn rows(&self) -> Vec<(String, String)> {
        let cell = |row, css| select(row, css).into_iter().map(words).collect();
        let rows = select(self.main(), ".govuk-summary-list__row");
        rows.into_iter().map(|row| (cell(row, "dt"), cell(row, ".govuk-summary-list__value"))).collect()
    }

    /// The rows of its tables, without those that name the columns.
    pub(crate) fn table(&self) -> Vec<Vec<String>> {
        let rows = select(self.main(), "tbody tr").into_iter();
        rows.map(|row| select(row, "th, td").into_iter().map(words).collect()).collect()
    }

    /// Its links: what they say, and where they lead.
    pub(crate) fn links(&self) -> Vec<(String, String)> {
        let links = select(self.main(), "a[href]").into_iter();
        links.map(|link| (words(link), attribute(link, "href"))).collect()
    }

    /// Where the link with these words leads.
    #[track_caller]
    pub(crate) fn link(&self, text: &str) -> String {
        let links = self.links();
        let found = links.iter().find(|(says, _)| says == text);
        found.unwrap_or_else(|| panic!("no link “{text}” among {links:?}")).1.clone()
    }

    /// Whether a link leads there.
    pub(crate) fn leads_to(&self, path: &str) -> bool {
        self.links().iter().any(|(_, to)| to == path)
    }

    /// What can be pressed: buttons, and links that look like one.
    pub(crate) fn buttons(&self) -> Vec<String> {
        self.each("button[type=submit], a.govuk-button")
    }

    /// Whether a button says this.
    pub(crate) fn has_button(&self, text: &str) -> bool {
        self.buttons().iter().any(|button| button == text)
    }

    /// The names of the fields that somebody can fill in.
    pub(crate) fn fields(&self) -> Vec<String> {
        let css = "form[method=post] :is(input:not([type=hidden]), select, textarea)";
        let mut names: Vec<_> = self.select(css).map(|field| attribute(field, "name")).collect();
        names.dedup();
        names
    }

    /// The values that a field offers.
    pub(crate) fn offers(&self, name: &str) -> Vec<String> {
        let css =
            format!("[name=\"{name}\"]:is([type=radio], [type=checkbox]), select[name=\"{name}\"] option");
        self.select(&css).map(|choice| attribute(choice, "value")).collect()
    }

    /// What a field holds: what is typed in it, or the values that are chosen.
    #[track_caller]
    pub(crate) fn holds(&self, name: &str) -> String {
        let fields: Vec<_> = self.select(&format!("[name=\"{name}\"]")).collect();
        assert!(!fields.is_empty(), "no field “{name}” among {:?}", self.fields());
        fields.into_iter().filter_map(held).collect::<Vec<_>>().join(", ")
    }

    /// What its form sends along unseen.
    pub(crate) fn unseen(&self) -> Vec<(String, String)> {
        let fields = self.select("input[type=hidden]");
        fields.map(|field| (attribute(field, "name"), attribute(field, "value"))).collect()
    }

    /// What a field that nobody sees holds.
    #[track_caller]
    pub(crate) fn hidden(&self, name: &str) -> String {
        let unseen = self.unseen();
        let found = unseen.iter().find(|(of, _)| of == name);
        found.unwrap_or_else(|| panic!("no hidden field “{name}” among {unseen:?}")).1.clone()
    }

    /// All that its form sends if nobody changes anything.
    pub(crate) fn sends(&self) -> Vec<(String, String)> {
        let fields = self.select("form[method=post] :is(input, select, textarea)");
        fields.filter_map(|field| Some((attribute(field, "name"), held(field)?))).collect()
    }

    /// What is written in each element that a selector finds.
    pub(crate) fn each(&self, css: &str) -> Vec<String> {
        self.select(css).map(words).collect()
    }

    /// The elements that a selector finds.
    pub(crate) fn select(&self, css: &str) -> impl Iterator<Item = ElementRef<'_>> {
        select(self.main(), css).into_iter()
    }

    #[track_caller]
    fn main(&self) -> ElementRef<'_> {
        let main = select(self.0.root_element(), "main").into_iter().next();
        main.unwrap_or_else(|| panic!("this is no page: {}", self.0.html()))
    }
}

/// The elements in an element that a selector finds.
pub(crate) fn select<'p>(within: ElementRef<'p>, css: &str) -> Vec<ElementRef<'p>> {
    within.select(&Selector::parse(css).expect("a selector")).collect()
}

/// An attribute of an element; empty where it has none of this name.
pub(crate) fn attribute(of: ElementRef<'_>, name: &str) -> String {
    of.attr(name).unwrap_or_default().to_owned()
}

/// What a field sends, if it sends anything.
fn held(field: ElementRef<'_>) -> Option<String> {
    match (field.value().name(), field.attr("type")) {
        ("textarea", _) => Some(field.text().collect()),
        ("select", _) => Some(attribute(*select(field, "option[selected]").first()?, "value")),
        (_, Some("radio" | "checkbox")) => field.attr("checked").map(|_| attribute(field, "value")),
        _ => Some(attribute(field, "value")),
    }
}

/// How large a heading is: 1 is the largest.
fn rank(at: ElementRef<'_>) -> Option<u8> {
    at.value().name().strip_prefix('h')?.parse().ok()
}

/// What follows an element beside it.
fn after(at: ElementRef<'_>) -> Vec<ElementRef<'_>> {
    at.next_siblings().filter_map(ElementRef::wrap).collect()
}

/// What is written in an element, with one space between what is set apart.
fn words(of: ElementRef<'_>) -> String {
    let mut text = String::new();
    write(of, &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn write(of: ElementRef<'_>, text: &mut String) {
    let apart = if IN_A_LINE.contains(&of.value().name()) { "" } else { " " };
    text.push_str(apart);
    for node in of.children() {
        match (node.value(), ElementRef::wrap(node)) {
            (_, Some(part)) => write(part, text),
            (Node::Text(part), None) => text.push_str(part),
            _ => {}
        }
    }
    text.push_str(apart);
}

/// What stands in a line with the words around it.
const IN_A_LINE: [&str; 9] = ["a", "b", "em", "i", "label", "span", "strong", "time", "u"];
