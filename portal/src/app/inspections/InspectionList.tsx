import { CalendarOutlined } from "@ant-design/icons";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Segmented, Tag } from "antd";
import { useState } from "react";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { SearchWords, useWords } from "../../shared/SearchWords";
import { day, dayInChina } from "../../texts/format";
import { menu } from "../../texts/zh-CN";
import { field } from "../../texts/zh-CN.field";
import { inspections as t } from "../../texts/zh-CN.inspections";
import { takeAlong } from "../../texts/zh-CN.views";
import { useNames } from "../organisations/queries";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useRoles } from "../shell/session";
import { SavedViews } from "../views/SavedViews";
import { TakeAlong } from "../views/TakeAlong";
import { OnThisDevice } from "./OnThisDevice";
import { type InspectionRow, type InspectionState, useInspections } from "./queries";
import { ScheduleVisits } from "./ScheduleVisits";

export function InspectionList() {
  return <WithProgramme>{(programme) => <InspectionsOf key={programme.id} programme={programme} />}</WithProgramme>;
}

function InspectionsOf(props: { programme: Programme }) {
  const { has } = useRoles();
  const nameOf = useNames();
  const inspections = useInspections(props.programme.id);
  const [scheduling, setScheduling] = useState(false);
  const { visit: asked } = useSearch({ strict: false });
  const navigate = useNavigate();
  const choose = (chosen: InspectionState | "ALL") => void navigate({ to: ".", search: (before) => ({ ...before, visit: chosen === "ALL" ? undefined : chosen }), replace: true });
  const isOffice = has("party-office");
  const isInspector = has("inspector");
  const today = dayInChina();
  const words = useWords();
  const nameOfSchool = (one: InspectionRow) => one.schoolName ?? nameOf(one.schoolId);
  const found = shown(inspections.data ?? [], asked).filter((one) => nameOfSchool(one).includes(words));
  const states = [...new Set([...(inspections.data ?? []).map((one) => one.state), ...(asked === undefined ? [] : [asked])])];
  return (
    <Page
      title={menu.entries.inspections}
      lead={t.lead}
      actions={
        isOffice && (
          <Button type="primary" icon={<CalendarOutlined />} onClick={() => setScheduling(true)}>
            {t.schedule}
          </Button>
        )
      }
    >
      <Loaded query={inspections}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={isOffice ? t.emptyOffice : t.emptyOthers} />
          ) : (
            <div className="stack">
              {isInspector && <OnThisDevice visits={all} />}
              {(states.length > 1 || all.length > 5 || words !== "") && (
                <div className="row">
                  <Segmented<InspectionState | "ALL"> value={asked ?? "ALL"} onChange={choose} options={[{ value: "ALL", label: t.filters.ALL }, ...states.map((one) => ({ value: one, label: t.states[one] }))]} />
                  <SearchWords label={t.search} />
                  <SavedViews page="/inspections" />
                  <TakeAlong
                    name={menu.entries.inspections}
                    rows={() => found}
                    columns={{
                      [takeAlong.school]: nameOfSchool,
                      [t.on]: (one) => day(one.on),
                      [takeAlong.state]: (one) => t.states[one.state],
                    }}
                  />
                </div>
              )}
              {found.length === 0 && <Nothing text={t.noneFound} next={t.noneFoundHint} />}
              <ul className="rows">
                {found.map((one) => (
                  <li key={one.id} className="row">
                    <div className="row-main">
                      <Link to="/inspections/$id" params={{ id: one.id }} className="row-title">
                        {nameOfSchool(one)}
                      </Link>
                      <div className="row-facts">
                        <span>{one.on === today ? field.today : t.visitOn(day(one.on))}</span>
                        {typeof one.place === "number" && <span>{field.stop(one.place)}</span>}
                      </div>
                    </div>
                    <InspectionTag state={one.state} />
                  </li>
                ))}
              </ul>
            </div>
          )
        }
      </Loaded>
      {scheduling && <ScheduleVisits programme={props.programme} visited={(inspections.data ?? []).map((one) => one.schoolId)} onClose={() => setScheduling(false)} />}
    </Page>
  );
}

const shown = (all: InspectionRow[], asked: InspectionState | undefined) => inOrder(all).filter((one) => asked === undefined || one.state === asked);

/** The way through the days: what is done goes last. */
function inOrder(visits: InspectionRow[]) {
  return visits.toSorted((one, other) => Number(one.state === "LOCKED") - Number(other.state === "LOCKED") || one.on.localeCompare(other.on) || (one.place ?? 99) - (other.place ?? 99));
}

const colours: Partial<Record<InspectionState, string>> = { ON_SITE: "blue", SIGNED: "cyan", LOCKED: "green" };

export function InspectionTag(props: { state: InspectionState }) {
  return <Tag color={colours[props.state]}>{t.states[props.state]}</Tag>;
}
