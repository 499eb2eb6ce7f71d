//! Buttons to forms. A button says what the form itself is headed, so that one action has one name everywhere.

use crate::case_view::OpenCase;
use crate::components::ButtonLink;
use crate::form::Form;
use crate::form::case_form::is_offered;

/// The one green button of a page: to the first of these forms that is offered.
pub(super) fn first(forms: &[&dyn Form], open: &OpenCase) -> Option<ButtonLink> {
    let form = forms.iter().find(|form| is_offered(**form, open))?;
    Some(ButtonLink::primary(form.page().heading, open.address(&form.page().path)))
}

/// A grey button to a form, where it is offered.
pub(super) fn link(form: &dyn Form, open: &OpenCase) -> Option<ButtonLink> {
    is_offered(form, open)
        .then(|| ButtonLink::secondary(form.page().heading, open.address(&form.page().path)))
}

/// Grey buttons to those of these forms that are offered, except the one to which the green button leads already.
pub(super) fn others(forms: &[&dyn Form], open: &OpenCase, next: Option<&ButtonLink>) -> Vec<ButtonLink> {
    let is_next = |form: &dyn Form| next.is_some_and(|next| next.leads_to(&open.address(&form.page().path)));
    let others = forms.iter().filter(|form| !is_next(**form));
    others.filter_map(|form| link(*form, open)).collect()
}
