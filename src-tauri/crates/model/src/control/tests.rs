//! What control makes of days, marks and periods.

use super::*;

#[test]
fn a_day_counts_and_the_period_around_it_does_not() {
    let directive = Directive {
        deadlines: vec![
            Deadline {
                kind: DeadlineKind::SchoolYear,
                from: Some(day("2021-09-01")),
                to: Some(day("2022-08-31")),
                ..Deadline::default()
            },
            Deadline {
                kind: DeadlineKind::ByDate,
                to: Some(day("2022-04-15")),
                ..Deadline::default()
            },
        ],
        ..Directive::default()
    };
    let days =
        |directive: &Directive| Schedule::of(directive, day("2021-08-30"), day("2022-08-29")).days;
    assert_eq!(days(&directive), [day("2022-04-15")]);
    let alone = Directive {
        deadlines: directive.deadlines[..1].to_vec(),
        ..directive
    };
    assert_eq!(days(&alone), [day("2022-08-31")]);
}

#[test]
fn reports_of_a_repetition_count_and_one_quarter_done_is_not_the_year() {
    let schedule = Schedule {
        days: ["2026-09-30", "2026-12-31", "2027-03-31"].map(day).to_vec(),
        permanent: true,
    };
    let done = |on: &str, marks: &[Mark]| {
        let standing = Standing::of(&schedule, marks);
        let mark = Mark {
            status: Status::Done,
            on: day(on),
            ..Mark::default()
        };
        mark.settled(&standing).unwrap()
    };
    let percent = |marks: &[Mark], today: &str| {
        let standing = Standing::of(&schedule, marks);
        Discipline::of([&standing], day(today)).percent
    };
    let mut marks = vec![done("2026-09-29", &[])];
    let standing = Standing::of(&schedule, &marks);
    assert_eq!(
        (standing.status, standing.due),
        (Status::Permanent, Some(day("2026-12-31")))
    );
    assert_eq!(percent(&marks, "2026-11-01"), Some(100));
    assert_eq!(percent(&marks, "2027-01-01"), Some(0));
    marks.push(done("2027-01-03", &marks));
    assert_eq!(percent(&marks, "2027-01-04"), Some(0));
    // The last day of all ends it.
    marks.push(done("2027-03-30", &marks));
    let standing = Standing::of(&schedule, &marks);
    assert_eq!(standing.status, Status::Done);
    assert_eq!(percent(&[], "2026-09-01"), None);
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn recurring(rule: &str) -> Deadline {
    Deadline {
        recurrence: Some(rule.into()),
        kind: DeadlineKind::Recurring,
        ..Deadline::default()
    }
}

fn days(rule: &str) -> Vec<String> {
    let found = occurrences(&recurring(rule), day("2026-08-25"), day("2027-08-24"));
    found.iter().map(ToString::to_string).collect()
}

fn due_on(text: &str) -> Schedule {
    Schedule {
        days: vec![day(text)],
        permanent: false,
    }
}

fn mark(status: Status, on: &str) -> Mark {
    Mark {
        status,
        on: day(on),
        reason: Some("причина".into()),
        ..Mark::default()
    }
}

#[test]
fn repetition_falls_on_the_last_day_of_its_period() {
    assert_eq!(
        days("FREQ=MONTHLY;INTERVAL=3"),
        ["2026-09-30", "2026-12-31", "2027-03-31", "2027-06-30"]
    );
    assert_eq!(
        days("FREQ=MONTHLY;INTERVAL=6"),
        ["2026-12-31", "2027-06-30"]
    );
    assert_eq!(days("FREQ=YEARLY"), ["2026-12-31"]);
    assert_eq!(days("FREQ=DAILY"), days("FREQ=MONTHLY"));
    assert_eq!(
        days("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"),
        ["2026-10-10", "2027-01-10", "2027-04-10", "2027-07-10"]
    );
    assert_eq!(
        days("FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=31"),
        ["2027-01-31", "2027-07-31"]
    );
    assert_eq!(days("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=15"), ["2027-05-15"]);
    let months = days("FREQ=MONTHLY;BYMONTHDAY=31");
    assert_eq!((months.len(), months[6].as_str()), (12, "2027-02-28"));
    assert_eq!(
        days("FREQ=WEEKLY;INTERVAL=2").first().map(String::as_str),
        days("FREQ=WEEKLY").get(1).map(String::as_str)
    );
    let weeks = days("FREQ=WEEKLY");
    assert_eq!((weeks.len(), weeks[0].as_str()), (52, "2026-08-28"));
}

#[test]
fn weekly_from_a_friday_begins_a_week_later() {
    let found = occurrences(
        &recurring("FREQ=WEEKLY"),
        day("2026-08-28"),
        day("2026-09-12"),
    );
    assert_eq!(found, [day("2026-09-04"), day("2026-09-11")]);
}

#[test]
fn execution_is_late_or_in_time_by_its_day() {
    let standing = Standing::of(&due_on("2026-10-01"), []);
    let settled = |status, on| mark(status, on).settled(&standing).unwrap().status;
    assert_eq!(
        settled(Status::Done, "2026-10-01"),
        Status::Done,
        "the day itself is the last"
    );
    assert_eq!(settled(Status::Done, "2026-10-02"), Status::DoneLate);
    assert_eq!(settled(Status::DoneLate, "2026-09-02"), Status::Done);
}

#[test]
fn prolonging_needs_a_later_day_and_a_reason() {
    let standing = Standing::of(&due_on("2026-10-01"), []);
    let prolong = |until: Option<&str>, reason: Option<&str>| {
        let mark = Mark {
            until: until.map(day),
            reason: reason.map(Into::into),
            ..mark(Status::Prolonged, "2026-09-20")
        };
        mark.settled(&standing).map(|_| ())
    };
    assert_eq!(prolong(None, Some("нет средств")), Err(MarkError::NoDay));
    assert_eq!(
        prolong(Some("2026-10-01"), Some("нет средств")),
        Err(MarkError::NotLater)
    );
    assert_eq!(
        prolong(Some("2026-11-01"), Some("  ")),
        Err(MarkError::NoReason)
    );
    assert_eq!(prolong(Some("2026-11-01"), Some("нет средств")), Ok(()));
}

#[test]
fn prolonged_directive_is_in_time_only_if_it_was_prolonged_in_time() {
    for (on, in_time) in [("2026-10-01", true), ("2026-10-05", false)] {
        let prolonged = Mark {
            until: Some(day("2026-12-01")),
            ..mark(Status::Prolonged, on)
        };
        let done = mark(Status::Done, "2026-11-30");
        let standing = Standing::of(&due_on("2026-10-01"), [&prolonged, &done]);
        assert_eq!(
            (standing.prolonged, standing.due),
            (1, Some(day("2026-12-01")))
        );
        let counted = Discipline::of([&standing], day("2026-12-31"));
        assert_eq!(
            counted.percent,
            Some(if in_time { 100 } else { 0 }),
            "prolonged {on}"
        );
    }
}

#[test]
fn report_on_a_repetition_leads_to_its_next_day() {
    let quarters = Schedule {
        days: vec![day("2026-09-30"), day("2026-12-31")],
        permanent: true,
    };
    let report = Mark {
        answers: Some(day("2026-09-30")),
        ..mark(Status::Permanent, "2026-09-25")
    };
    let standing = Standing::of(&quarters, [&report]);
    assert_eq!(
        (standing.due, standing.missed),
        (Some(day("2026-12-31")), false)
    );
    assert_eq!(standing.urgency(day("2027-01-01")), Urgency::Late);
}

#[test]
fn discipline_is_executed_in_time_over_due() {
    let schedule = due_on("2026-10-01");
    let of = |marks: &[Mark]| Standing::of(&schedule, marks);
    let list = [
        of(&[mark(Status::Done, "2026-09-30")]),
        of(&[mark(Status::DoneLate, "2026-10-03")]),
        of(&[]),
        of(&[mark(Status::Lifted, "2026-09-01")]),
    ];
    let on = |today| Discipline::of(&list, day(today));
    assert_eq!(
        (on("2026-10-01").due, on("2026-10-01").percent),
        (2, Some(50))
    );
    let after = on("2026-10-02");
    assert_eq!(
        (
            after.all,
            after.due,
            after.on_time,
            after.late,
            after.open,
            after.percent
        ),
        (4, 3, 1, 1, 1, Some(33))
    );
    assert_eq!(Discipline::of([], day("2026-10-01")).percent, None);
}

#[test]
fn what_is_not_due_yet_and_what_has_no_day_is_counted_apart() {
    let list = [
        Standing::of(&due_on("2026-10-01"), []),
        Standing::of(&due_on("2026-12-01"), []),
        Standing::of(&Schedule::default(), []),
        Standing::of(&due_on("2026-12-01"), [&mark(Status::Lifted, "2026-09-01")]),
    ];
    let counted = Discipline::of(&list, day("2026-10-02"));
    assert_eq!(
        (counted.all, counted.due, counted.ahead, counted.undated),
        (4, 1, 1, 1)
    );
}

#[test]
fn number_alone_changes_no_status_and_needs_no_reason() {
    let schedule = due_on("2026-10-01");
    let done = mark(Status::Done, "2026-09-30");
    let number = Mark {
        stays: true,
        on: day("2026-12-01"),
        facts: vec![Fact::default()],
        until: Some(day("2027-01-01")),
        ..Mark::default()
    };
    let standing = Standing::of(&schedule, [&done]);
    let settled = number.clone().settled(&standing).unwrap();
    assert_eq!((settled.status, settled.until), (Status::Done, None));
    assert_eq!(Standing::of(&schedule, [&done, &settled]), standing);
    let empty = Mark {
        facts: Vec::new(),
        ..number
    };
    assert_eq!(empty.settled(&standing), Err(MarkError::NoFact));
}

#[test]
fn status_is_found_by_its_name() {
    for status in Status::ALL {
        assert_eq!(
            Status::named(&format!(" {} ", status.name().to_uppercase())),
            Some(status)
        );
    }
    assert_eq!(Status::named("срок продлен"), Some(Status::Prolonged));
    assert_eq!(Status::named("готово"), None);
}
