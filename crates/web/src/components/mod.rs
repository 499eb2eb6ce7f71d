//! The parts pages are made of. The markup of each is in `templates/components/` and nowhere else.
//!
//! Each part owns its texts, is put together by a constructor and builder methods, and is written into a page's
//! template as `{{ part }}`: the part's own template escapes what it was given, so the page does not escape it again.

mod back_link;
mod banner;
mod breadcrumbs;
mod button;
mod case_header;
mod choices;
mod clock_box;
mod compare;
mod contextual_date;
mod count_strip;
mod date_input;
mod details;
mod due_list;
mod error_summary;
mod field;
mod filters;
mod html;
mod inset;
mod page_header;
mod pagination;
mod panel;
mod partner_panel;
mod phone_link;
mod select;
mod stage_list;
mod sub_navigation;
mod summary_list;
mod table;
mod tag;
mod task_list;
mod text_area;
mod text_input;
mod timeline;
mod urgency;
mod warning_text;

pub use back_link::BackLink;
pub use banner::Banner;
pub use breadcrumbs::Breadcrumbs;
pub use button::{Button, ButtonLink};
pub use case_header::CaseHeader;
pub use choices::{Checkboxes, Choice, Radios};
pub use clock_box::{ClockBox, Day};
pub use compare::Compare;
pub use contextual_date::{ContextualDate, DateList};
pub use count_strip::CountStrip;
pub use date_input::DateInput;
pub use details::Details;
pub use due_list::{DueItem, DueList};
pub use error_summary::{ErrorSummary, Problem};
pub use field::Field;
pub(crate) use field::Size;
pub use filters::{ChosenFilters, Filters};
pub use html::Html;
pub use inset::Inset;
pub use page_header::PageHeader;
pub use pagination::Pagination;
pub use panel::Panel;
pub use partner_panel::{PartnerCard, PartnerPanel, PartnerState};
pub use phone_link::PhoneLink;
pub use select::Select;
pub use stage_list::{Shape, StageLine, StageList};
pub use sub_navigation::SubNavigation;
pub use summary_list::{SummaryList, SummaryRow};
pub use table::{Cell, Sort, Table};
pub use tag::{Tag, Tone};
pub use task_list::{Task, TaskList, TaskStatus};
pub use text_area::TextArea;
pub use text_input::TextInput;
pub use timeline::{Timeline, TimelineEntry};
pub use urgency::Urgency;
pub use warning_text::WarningText;

/// Says that what these write is escaped already, so that a page's template takes it as it is.
macro_rules! escaped_already {
    ($($part:ty),+ $(,)?) => { $(impl askama::filters::HtmlSafe for $part {})+ };
}

escaped_already!(
    BackLink,
    Banner,
    Breadcrumbs,
    Button,
    ButtonLink,
    CaseHeader,
    Checkboxes,
    ChosenFilters,
    ClockBox,
    Compare,
    ContextualDate,
    CountStrip,
    DateInput,
    DateList,
    Details,
    DueList,
    ErrorSummary,
    Filters,
    Html,
    Inset,
    PageHeader,
    Pagination,
    Panel,
    PartnerPanel,
    PhoneLink,
    Radios,
    Select,
    StageList,
    SubNavigation,
    SummaryList,
    Table,
    Tag,
    TaskList,
    TextArea,
    TextInput,
    Timeline,
    WarningText,
);

/// What the builders of every form field share.
macro_rules! field_builders {
    ($part:ty) => {
        impl $part {
            /// One sentence under the label, without a full stop.
            pub fn hint(mut self, hint: impl Into<String>) -> Self {
                self.field.hint = Some(hint.into());
                self
            }

            /// What is wrong with the answer, in the words of the error summary.
            pub fn error(mut self, error: Option<&str>) -> Self {
                self.field.error = error.map(str::to_owned);
                self
            }

            /// With a label of this weight.
            pub(crate) fn size(mut self, size: crate::components::Size) -> Self {
                self.field.size = size;
                self
            }

            /// The label is the heading of the page: one question on a page.
            pub fn heading(mut self) -> Self {
                self.field.size = crate::components::field::Size::Heading;
                self
            }

            /// The label has the weight of a section's heading.
            pub fn medium(mut self) -> Self {
                self.field.size = crate::components::field::Size::Medium;
                self
            }

            /// The label is bold, as in a long page of many fields.
            pub fn strong(mut self) -> Self {
                self.field.size = crate::components::field::Size::Strong;
                self
            }
        }
    };
}
use field_builders;

#[cfg(test)]
mod gallery;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
