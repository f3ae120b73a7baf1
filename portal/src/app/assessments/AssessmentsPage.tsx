import { useQuery } from "@tanstack/react-query";
import { Card, Checkbox } from "antd";
import { useState } from "react";
import { api } from "../../api/services";
import { Figures } from "../../shared/Figures";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { points } from "../../texts/format";
import { assessments as t, menu } from "../../texts/zh-CN.followups";
import { WithProgramme } from "../programmes/current";
import { useRoles } from "../shell/session";

/** All for the bureau, their own for a school's people. */
export function AssessmentsPage() {
  return <WithProgramme>{(programme) => <AssessmentsOf key={programme.id} programme={programme.id} />}</WithProgramme>;
}

function AssessmentsOf(props: { programme: string }) {
  const all = useQuery({ queryKey: ["assessments", props.programme], queryFn: () => api.get("/api/assessments", { programme: props.programme }) });
  const ofTheBureau = useRoles().has("party-office", "party-group-member", "discipline");
  const [onlyReduced, setOnlyReduced] = useState(false);
  return (
    <Page title={menu.entries.assessments} lead={ofTheBureau ? t.lead : t.leadSchool}>
      <Loaded query={all}>
        {(found) => {
          const reduced = found.filter((one) => one.late + one.overdue > 0);
          const shown = onlyReduced ? reduced : found;
          return found.length === 0 ? (
            <Nothing text={t.empty} next={t.emptyHint} />
          ) : (
            <Card>
              {found.length > 1 && (
                <p>
                  {reduced.length === 0 ? (
                    <span className="quiet">{t.allFull(found.length)}</span>
                  ) : (
                    <Checkbox checked={onlyReduced} onChange={(event) => setOnlyReduced(event.target.checked)}>
                      {t.onlyReduced}
                    </Checkbox>
                  )}
                </p>
              )}
              <Figures label={t.table} columns={[t.school, t.score, t.late, t.overdue]} rows={shown.map((one) => [one.schoolName ?? one.schoolId, points(one.score), one.late, one.overdue])} />
            </Card>
          );
        }}
      </Loaded>
    </Page>
  );
}
