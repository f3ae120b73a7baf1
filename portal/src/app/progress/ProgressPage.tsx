import { useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Card, Flex, Select, Tabs, Tag } from "antd";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { day } from "../../texts/format";
import { menu } from "../../texts/zh-CN";
import { progress as t } from "../../texts/zh-CN.progress";
import { categories, type Category } from "../../texts/zh-CN.public";
import { useMySeats, useReadSchools } from "../organisations/queries";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useRoles } from "../shell/session";
import { SavedViews } from "../views/SavedViews";
import { Activities } from "./Activities";
import { MechanismSheet } from "./MechanismSheet";
import { useSummary, type Year } from "./queries";
import { SelfCheckSheet } from "./SelfCheckSheet";
import { WeeksSheet } from "./WeeksSheet";

/** What a school does in the year, as it writes it down and others read it. */
export function ProgressPage() {
  return <WithProgramme>{(programme) => <ProgressIn key={programme.id} programme={programme} />}</WithProgramme>;
}

function ProgressIn(props: { programme: Programme }) {
  const { school: asked } = useSearch({ strict: false });
  const navigate = useNavigate();
  const writes = useRoles().has("school-secretary", "info-officer");
  const mine = new Set((useMySeats().data ?? []).map((seat) => seat.organisationId));
  const read = useReadSchools();
  const schools = writes ? read.filter((one) => mine.has(one.id)) : read;
  const school = schools.find((one) => one.id === asked)?.id ?? (schools.length === 1 || writes ? schools[0]?.id : undefined);
  return (
    <Page title={menu.entries.progress} lead={writes ? t.lead : t.leadOthers}>
      <div className="stack">
        {(schools.length > 1 || !writes) && (
          <div className="row">
            <Select
              showSearch
              optionFilterProp="label"
              aria-label={t.school}
              placeholder={t.chooseSchool}
              style={{ width: "100%", maxWidth: 360 }}
              value={school ?? null}
              onChange={(id: string) => void navigate({ to: ".", search: (before) => ({ ...before, school: id }), replace: true })}
              options={schools.map((one) => ({ value: one.id, label: one.name }))}
            />
            <SavedViews page="/progress" />
          </div>
        )}
        {school === undefined ? <Nothing text={t.chooseSchool} next={t.chooseSchoolHint} /> : <SchoolYear key={school} year={{ programme: props.programme.id, school }} writes={writes} />}
      </div>
    </Page>
  );
}

function SchoolYear(props: { year: Year; writes: boolean }) {
  const { year, writes } = props;
  return (
    <>
      <Standing year={year} />
      <Tabs
        items={[
          { key: "activities", label: t.tabs.activities, children: <Activities year={year} writes={writes} /> },
          { key: "weeks", label: t.tabs.weeks, children: <WeeksSheet year={year} writes={writes} /> },
          { key: "self-check", label: t.tabs.selfCheck, children: <SelfCheckSheet year={year} writes={writes} /> },
          { key: "mechanism", label: t.tabs.mechanism, children: <MechanismSheet year={year} writes={writes} /> },
        ]}
      />
    </>
  );
}

/** What is there and what is not; nothing is added up to a mark. */
function Standing(props: { year: Year }) {
  const summary = useSummary(props.year);
  return (
    <Loaded query={summary}>
      {({ milestone, begun, linked, coverage, advice, types }) => (
        <Card size="small">
          <Flex gap={8} wrap>
            <Tag color={begun ? "green" : undefined}>{begun ? t.begun : t.notBegun(day(milestone))}</Tag>
            {linked !== null && linked !== undefined && <Tag>{t.linked(linked)}</Tag>}
            {coverage !== null && coverage !== undefined && <Tag>{t.coverage(coverage)}</Tag>}
          </Flex>
          <ul className="plain small quiet" style={{ marginTop: 8 }}>
            {(Object.keys(categories) as Category[]).map((red) => (
              <li key={red}>{t.formsUsed(categories[red], (types[red] ?? []).map((type) => t.types[type]).join("、") || t.noForms)}</li>
            ))}
          </ul>
          {advice && <Alert type="info" showIcon title={advice} style={{ marginTop: 8 }} />}
        </Card>
      )}
    </Loaded>
  );
}
