import { Link } from "@tanstack/react-router";
import { Tag } from "antd";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { monthDay } from "../../texts/format";
import { menu, tasks } from "../../texts/zh-CN";
import { scoreSheets as t } from "../../texts/zh-CN.mutualreview";
import { useNames } from "../organisations/queries";
import { WithProgramme } from "../programmes/current";
import { type SheetRow, type SheetState, useSheets } from "./queries";

/** The schools mine has to judge. */
export function SheetList() {
  return (
    <Page title={menu.entries.scoreSheets} lead={t.lead}>
      <WithProgramme>{(programme) => <SheetsOf key={programme.id} programmeId={programme.id} />}</WithProgramme>
    </Page>
  );
}

function SheetsOf(props: { programmeId: string }) {
  const sheets = useSheets(props.programmeId);
  const nameOf = useNames();
  return (
    <Loaded query={sheets}>
      {(all) =>
        all.length === 0 ? (
          <Nothing text={t.empty} next={t.emptyHint} />
        ) : (
          <ul className="rows">
            {all.map((sheet) => (
              <li key={sheet.id} className="row">
                <div className="row-main">
                  <Link to="/score-sheets/$id" params={{ id: sheet.id }} className="row-title">
                    {sheetTitle(sheet, nameOf)}
                  </Link>
                  <div className="row-facts">
                    <span>{t.scored(sheet.scored, sheet.items)}</span>
                    {sheet.dueOn && <span>{tasks.due(monthDay(sheet.dueOn))}</span>}
                  </div>
                </div>
                <SheetTag state={sheet.state} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

/** A blind sheet does not say whose texts it is about. */
export function sheetTitle(sheet: Pick<SheetRow, "alias" | "schoolId" | "schoolName">, nameOf: (id: string) => string) {
  return sheet.schoolId ? (sheet.schoolName ?? nameOf(sheet.schoolId)) : t.blind(sheet.alias ?? "");
}

export function SheetTag(props: { state: SheetState }) {
  return <Tag color={props.state === "OPEN" ? "blue" : "green"}>{t.states[props.state]}</Tag>;
}
