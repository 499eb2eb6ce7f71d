-- What is due is read from the index alone, but for the reference and title of its case.
drop index clock_row_due;
drop index clock_row_due_in_partnership;
create index clock_row_due on clock_row (due, case_id, clock, kind, provisional);
create index clock_row_due_in_partnership on clock_row (partnership_id, due, case_id, clock, kind, provisional);
