import { DownloadOutlined } from "@ant-design/icons";
import { Button, Card, Flex, Segmented, Select } from "antd";
import { useState } from "react";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { wordOf } from "../../shared/options";
import { number, points } from "../../texts/format";
import { categories, menu, statistics as t } from "../../texts/zh-CN.statistics";
import type { Category } from "../../texts/zh-CN.public";
import { WithProgramme } from "../programmes/current";
import { useSelections } from "../selection/queries";
import { bars, barsHeight, boxes } from "./Chart";
import { ChartCard } from "./ChartCard";
import { type Indicator, type Part, type Report, type SelectionReport, useObjectionCounts, useReport, useSelectionReport, workbookAddress } from "./queries";

const percent = (thousandths: number | null | undefined) => (thousandths === null || thousandths === undefined ? null : thousandths / 10);
const percentWritten = (thousandths: number | null | undefined) => (thousandths === null || thousandths === undefined ? "—" : `${thousandths / 10}%`);
const keys = <K extends string>(words: Record<K, unknown>) => Object.keys(words) as K[];

/** A programme in numbers, each picture with its figures. */
export function StatisticsPage() {
  return <WithProgramme>{(programme) => <StatisticsOf key={programme.id} programme={programme.id} />}</WithProgramme>;
}

function StatisticsOf(props: { programme: string }) {
  const report = useReport(props.programme);
  const selection = useSelections(props.programme).data?.find((one) => one.state !== "ANNULLED");
  const decided = useSelectionReport(selection?.id).data;
  return (
    <Page
      title={menu.entries.statistics}
      lead={t.lead}
      actions={
        <Button icon={<DownloadOutlined />} href={workbookAddress(props.programme)} download>
          {t.workbook}
        </Button>
      }
    >
      <Loaded query={report}>
        {(found) =>
          found.participation.length === 0 ? (
            <Nothing text={t.empty} next={t.emptyHint} />
          ) : (
            <div className="stack">
              <Totals report={found} />
              <Categories report={found} decided={decided} />
              <Participations report={found} />
              <Indicators all={found.indicators} />
              {decided !== undefined && <Spreads decided={decided} />}
              {decided !== undefined && <Gates decided={decided} />}
              <FoundAndMended report={found} />
              <Turnouts report={found} />
              <Objections programme={props.programme} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function Totals(props: { report: Report }) {
  const whole = props.report.participation.find((one) => !one.unitId);
  return (
    whole !== undefined && (
      <dl className="totals">
        {keys(t.totals).map((key) => (
          <div key={key}>
            <dt>{t.totals[key]}</dt>
            <dd>{number(whole[key])}</dd>
          </div>
        ))}
      </dl>
    )
  );
}

function Participations(props: { report: Report }) {
  // those that answer for many schools first
  const units = props.report.participation.filter((one) => one.unitId).toSorted((one, other) => other.schools - one.schools);
  const option = bars({
    labels: units.map((one) => one.unitName),
    series: (["applicationsSubmitted", "received"] as const).map((key) => ({ name: t.totals[key], values: units.map((one) => one[key]) })),
  });
  return (
    <ChartCard
      title={t.participation}
      hint={t.participationHint}
      chart={{ option, height: barsHeight(units.length, 2) }}
      columns={[t.unit, ...keys(t.totals).map((key) => t.totals[key])]}
      rows={props.report.participation.map((one) => [one.unitName, ...keys(t.totals).map((key) => number(one[key]))])}
    />
  );
}

function Categories(props: { report: Report; decided: SelectionReport | undefined }) {
  const all = keys(categories).flatMap((category) => {
    const one = props.report.categories.find((row) => row.category === category);
    const decided = props.decided?.categories.find((row) => row.category === category);
    return one === undefined ? [] : [{ ...one, name: categories[category], decided }];
  });
  const steps: { name: string; of: (one: (typeof all)[number]) => number | null }[] = [
    { name: t.submitted, of: (one) => one.submitted },
    { name: t.totals.recommended, of: (one) => one.recommended },
    { name: t.totals.received, of: (one) => one.received },
    ...(props.decided === undefined ? [] : [{ name: t.selected, of: (one: (typeof all)[number]) => one.decided?.selected ?? null }]),
  ];
  return (
    <ChartCard
      title={t.categories}
      hint={t.categoriesHint}
      chart={{ option: bars({ labels: all.map((one) => one.name), series: steps.map((step) => ({ name: step.name, values: all.map(step.of) })) }), height: barsHeight(all.length, steps.length) }}
      columns={[t.category, t.submitted, t.totals.recommended, t.notRecommended, t.totals.received, t.candidates, t.selected, t.reserve, t.quota, t.places]}
      rows={all.map((one) => [one.name, one.submitted, one.recommended, one.notRecommended, one.received, one.decided?.candidates, one.decided?.selected, one.decided?.reserve, one.decided?.quota, one.decided?.empty])}
    />
  );
}

function Indicators(props: { all: Indicator[] }) {
  const sources = keys(t.sources).filter((source) => props.all.some((one) => one.source === source));
  const [chosen, setSource] = useState<string>();
  const [chosenCategory, setCategory] = useState<Category>();
  const source = chosen ?? sources[0];
  const ofSource = props.all.filter((one) => one.source === source);
  const known = keys(categories).filter((category) => ofSource.some((one) => one.category === category));
  const category = chosenCategory !== undefined && known.includes(chosenCategory) ? chosenCategory : known[0];
  const shown = ofSource.filter((one) => (one.category ?? undefined) === category);
  return (
    <ChartCard
      title={t.indicators}
      hint={t.indicatorsHint}
      extra={
        sources.length > 0 && (
          <Flex gap={8} wrap style={{ marginBottom: 8 }}>
            <Select aria-label={t.source} value={source} onChange={setSource} options={sources.map((value) => ({ value, label: wordOf(t.sources, value) }))} style={{ minWidth: 210 }} />
            {known.length > 0 && <Segmented<Category> aria-label={t.category} value={category} onChange={setCategory} options={known.map((value) => ({ value, label: categories[value] }))} />}
          </Flex>
        )
      }
      chart={{
        option: bars({ labels: shown.map((one) => one.name), series: [{ name: t.share, values: shown.map((one) => percent(one.share)) }], most: 100, unit: "%" }),
        height: barsHeight(shown.length),
      }}
      columns={[t.indicator, t.scored, t.lowest, t.median, t.mean, t.highest, t.max, t.share]}
      rows={shown.map((one) => [one.name, one.scored, points(one.lowest), points(one.median), points(one.mean), points(one.highest), points(one.max), percentWritten(one.share)])}
    />
  );
}

function Spreads(props: { decided: SelectionReport }) {
  const { categories: all } = props.decided;
  const parts = keys(t.parts).filter((part) => all.some((one) => one.scores[part] !== undefined));
  const inPoints = (part: Part) =>
    all.map((one) => {
      const spread = one.scores[part];
      return spread === undefined ? undefined : [spread.lowest, spread.lowerQuartile, spread.median, spread.upperQuartile, spread.highest].map((milli) => milli / 1000);
    });
  return (
    <ChartCard
      title={t.spread}
      hint={t.spreadHint}
      chart={{ option: boxes(all.map((one) => one.name), parts.map((part) => ({ name: t.parts[part], values: inPoints(part) }))), height: 320 }}
      columns={[t.category, t.part, t.heard, t.lowest, t.lowerQuartile, t.median, t.upperQuartile, t.highest]}
      rows={all.flatMap((one) =>
        parts.flatMap((part) => {
          const spread = one.scores[part];
          return spread === undefined
            ? []
            : [[one.name, t.parts[part], spread.heard, points(spread.lowest), points(spread.lowerQuartile), points(spread.median), points(spread.upperQuartile), points(spread.highest)]];
        }),
      )}
    />
  );
}

/** Why some were not ranked or were passed over; nothing where all were ranked. */
function Gates(props: { decided: SelectionReport }) {
  const rows = props.decided.categories.flatMap((one) => [
    ...keys(t.gateNames).flatMap((gate) => (one.gates[gate] ? [[one.name, t.gateNames[gate], one.gates[gate]]] : [])),
    ...keys(t.capNames).flatMap((cap) => (one.passedOver[cap] ? [[one.name, t.capNames[cap], one.passedOver[cap]]] : [])),
  ]);
  return rows.length > 0 && <ChartCard title={t.gates} hint={t.gatesHint} columns={[t.category, t.reason, t.times]} rows={rows} />;
}

function FoundAndMended(props: { report: Report }) {
  const all = props.report.findings;
  const states = ["open", "answered", "closed"] as const;
  return (
    <ChartCard
      title={t.findings}
      hint={t.findingsHint}
      chart={{
        option: bars({
          labels: all.map((one) => `${wordOf(t.sources, one.source)} ${wordOf(t.timeClasses, one.timeClass)}`),
          series: states.map((state) => ({ name: t[state], values: all.map((one) => one[state]) })),
          stacked: true,
        }),
        height: barsHeight(all.length, 1) + 24,
      }}
      columns={[t.source, t.opened, t.open, t.answered, t.closed, t.inTime, t.reopened]}
      rows={all.map((one) => [`${wordOf(t.sources, one.source)} ${wordOf(t.timeClasses, one.timeClass)}`, one.opened, one.open, one.answered, one.closed, one.inTime, one.reopened])}
    />
  );
}

function Turnouts(props: { report: Report }) {
  const all = props.report.turnout;
  return (
    <ChartCard
      title={t.turnout}
      hint={t.turnoutHint}
      chart={{ option: bars({ labels: all.map((one) => wordOf(t.electorates, one.electorate)), series: [{ name: t.turnoutShare, values: all.map((one) => percent(one.share)) }], most: 100, unit: "%" }), height: barsHeight(all.length) }}
      columns={[t.electorate, t.appraisals, t.eligible, t.returned, t.valid, t.turnoutShare, t.advisory]}
      rows={all.map((one) => [wordOf(t.electorates, one.electorate), one.appraisals, number(one.eligible), number(one.returned), number(one.valid), percentWritten(one.share), one.advisory])}
    />
  );
}

function Objections(props: { programme: string }) {
  const counts = useObjectionCounts(props.programme);
  return (
    <Card title={<h2 className="card-title">{t.objections}</h2>}>
      <p className="quiet">{t.objectionsHint}</p>
      <Loaded query={counts}>
        {(found) => (
          <dl className="totals plain">
            {keys(t.objectionCounts).map((key) => (
              <div key={key}>
                <dt>{t.objectionCounts[key]}</dt>
                <dd>{number(found[key])}</dd>
              </div>
            ))}
          </dl>
        )}
      </Loaded>
    </Card>
  );
}
