import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Flex, Tabs, Tag } from "antd";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { dayInChina, monthDay } from "../../texts/format";
import { calendar as t, menu, stages } from "../../texts/zh-CN.calendar";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { StageWindows } from "../programmes/StageWindows";
import { useRoles } from "../shell/session";
import { agendaOf, type Item, type Month, type VisitedDay, weekdayOf } from "./agenda";
import { DeclaredDays } from "./DeclaredDays";
import { useDeclaredDays, useVisitedDays } from "./queries";

/** What a year holds, as a list by month; the party office also keeps the working days here. */
export function CalendarPage() {
  return <WithProgramme>{(programme) => <CalendarOf key={programme.id} programme={programme} />}</WithProgramme>;
}

function CalendarOf(props: { programme: Programme }) {
  const navigate = useNavigate();
  const year = useSearch({ strict: false }).year ?? Number(dayInChina().slice(0, 4));
  const keepsDays = useRoles().has("party-office");
  const toYear = (to: number) => void navigate({ to: ".", search: (before) => ({ ...before, year: to }), replace: true });
  const agenda = <Agenda programme={props.programme} year={year} />;
  return (
    <Page
      title={menu.entries.calendar}
      lead={t.lead}
      actions={
        <Flex align="center" gap={4}>
          <Button icon={<LeftOutlined />} aria-label={t.earlier(year - 1)} onClick={() => toYear(year - 1)} />
          <strong className="number" aria-live="polite" style={{ padding: "0 8px" }}>
            {t.year(year)}
          </strong>
          <Button icon={<RightOutlined />} aria-label={t.earlier(year + 1)} onClick={() => toYear(year + 1)} />
        </Flex>
      }
    >
      {keepsDays ? (
        <Tabs
          items={[
            { key: "agenda", label: t.tabs.agenda, children: agenda },
            { key: "days", label: t.tabs.days, children: <DeclaredDays key={year} year={year} /> },
          ]}
        />
      ) : (
        agenda
      )}
    </Page>
  );
}

function Agenda(props: { programme: Programme; year: number }) {
  const { year } = props;
  const visited = useVisitedDays(year);
  const declared = useDeclaredDays(year);
  const today = dayInChina();
  return (
    <Loaded query={visited}>
      {(visits) => {
        const months = agendaOf(year, { windows: props.programme.windows, visited: visits, declared: declared.data ?? [] });
        const isPast = (month: Month) => `${year}-${String(month.month).padStart(2, "0")}` < today.slice(0, 7);
        const past = months.filter(isPast);
        const ahead = months.filter((month) => !isPast(month));
        return (
          <div className="stack">
            {months.length === 0 && <Nothing text={t.empty} next={t.emptyHint} />}
            {past.length > 0 && (
              <details className="more" open={ahead.length === 0}>
                <summary>{t.past(past.length)}</summary>
                <div className="stack">
                  {past.map((month) => (
                    <MonthSection key={month.month} year={year} month={month} today={today} />
                  ))}
                </div>
              </details>
            )}
            {ahead.map((month) => (
              <MonthSection key={month.month} year={year} month={month} today={today} />
            ))}
            <section>
              <h2 className="month">{t.windows(props.programme.title)}</h2>
              <StageWindows programme={props.programme} />
            </section>
          </div>
        );
      }}
    </Loaded>
  );
}

function MonthSection(props: { year: number; month: Month; today: string }) {
  return (
    <section>
      <h2 className="month">{t.month(props.year, props.month.month)}</h2>
      <ul className="rows">
        {props.month.days.map(({ on, items }) => (
          <li key={on} className="agenda-day">
            <div className="number">
              {t.dayOf(Number(on.slice(8)), t.weekdays[weekdayOf(on)] ?? "")}
              {on === props.today && (
                <>
                  {" "}
                  <Tag color="red">{t.today}</Tag>
                </>
              )}
            </div>
            <ul>
              {items.map((item) => (
                <li key={keyOf(item)}>
                  <ItemLine item={item} on={on} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

const keyOf = (item: Item) => `${item.kind} ${item.kind === "VISIT" ? item.visits.join(" ") : "stage" in item ? item.stage : item.name}`;

function ItemLine(props: { item: Item; on: string }) {
  const { item } = props;
  switch (item.kind) {
    case "HOLIDAY":
    case "WORKDAY":
      return (
        <>
          <Tag>{item.kind === "HOLIDAY" ? t.holiday : t.workday}</Tag> <span className="quiet">{item.name}</span>
          {item.to !== props.on && <span className="quiet">，{t.until(monthDay(item.to))}</span>}
        </>
      );
    case "OPENS":
      return (
        <>
          <Tag color="green">{t.opens}</Tag> {stages[item.stage]}
        </>
      );
    case "CLOSES":
      return (
        <>
          <Tag color="orange">{t.closes}</Tag> {stages[item.stage]}
        </>
      );
    case "VISIT":
      return <Visit item={item} />;
  }
}

const few = 3;

/** Few schools are named at once; many are counted and named on demand. */
function Visit(props: { item: Item & { kind: "VISIT" } }) {
  const { visits, schools } = props.item;
  const what = (
    <>
      <Tag color="blue">{t.comes}</Tag> {visits.map((kind) => t.visits[kind]).join("、")}
      {visits.length > 1 && <span className="quiet">（{t.together}）</span>}
    </>
  );
  if (schools.length <= few) {
    return (
      <>
        {what}
        {schools.map((school) => (
          <span key={school.schoolId}>
            {" · "}
            <School day={school} />
          </span>
        ))}
      </>
    );
  }
  return (
    <details>
      <summary>
        {what} · {t.schools(schools.length)}
      </summary>
      <ul className="names">
        {schools.map((school) => (
          <li key={school.schoolId}>
            <School day={school} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The way to the visit, for those who may read it. */
function School(props: { day: VisitedDay }) {
  const readsInspections = useRoles().has("party-office", "party-group-member", "discipline");
  const name = props.day.schoolName ?? t.unnamed;
  const supervision = props.day.visits.find((visit) => visit.kind === "SUPERVISION");
  const [visit] = props.day.visits;
  if (supervision !== undefined) {
    return (
      <Link to="/supervision/$id" params={{ id: supervision.id }}>
        {name}
      </Link>
    );
  }
  return readsInspections && visit !== undefined ? (
    <Link to="/inspections/$id" params={{ id: visit.id }}>
      {name}
    </Link>
  ) : (
    <span>{name}</span>
  );
}
