import { Link } from "@tanstack/react-router";
import { Flex, Table, Tag, Tooltip } from "antd";
import { Nothing } from "../../shared/Loaded";
import { inPoints, points } from "../../texts/format";
import { common, menu } from "../../texts/zh-CN";
import { programmes } from "../../texts/zh-CN.programmes";
import { selection as t } from "../../texts/zh-CN.selection";
import { takeAlong } from "../../texts/zh-CN.views";
import type { WeightName } from "../programmes/queries";
import { Columns, useShown } from "../views/Columns";
import { SavedViews } from "../views/SavedViews";
import { TakeAlong } from "../views/TakeAlong";
import type { Candidate, CategoryRanking, Outcome } from "./queries";

const colours: Partial<Record<Outcome, string>> = { SELECTED: "gold", TIED: "orange", RESERVE: "blue" };

/** One category's candidates by rank, with the parts that count and the whole. */
export function Ranking(props: { ranking: CategoryRanking; weights: Record<WeightName, number> }) {
  const { ranking } = props;
  const counting = (Object.keys(programmes.weightNames) as WeightName[]).filter((part) => props.weights[part] > 0);
  const shows = useShown<"school" | WeightName>();
  if (ranking.candidates.length === 0) {
    return <Nothing text={t.noCandidates} />;
  }
  return (
    <>
      <Flex gap={8} wrap align="center" style={{ marginBottom: 12 }}>
        <span className="quiet row-main">{t.quota(ranking.selected, ranking.tied, ranking.empty, ranking.quota)}</span>
        <Columns always={`${t.name}、${t.composite}、${t.outcome}`} columns={{ school: t.school, ...Object.fromEntries(counting.map((part) => [part, programmes.weightNames[part]])) }} />
        <SavedViews page="/selection" />
        <TakeAlong
          name={`${menu.entries.selection} ${ranking.name}`}
          rows={() => ranking.candidates}
          columns={{
            [t.rank]: (one) => one.rank,
            [t.name]: (one) => one.title,
            [t.school]: shows("school") && ((one) => one.schoolName),
            ...Object.fromEntries(counting.map((part) => [`${programmes.weightNames[part]} ${props.weights[part]}%`, shows(part) && ((one: Candidate) => inPoints(one.scores[part]))])),
            [t.composite]: (one) => inPoints(one.composite),
            [t.outcome]: (one) => t.outcomes[one.outcome],
            [takeAlong.reasons]: (one) => one.reasons.map((reason) => reason.text).join("；"),
          }}
        />
      </Flex>
      <Table<Candidate>
        size="small"
        rowKey="applicationId"
        dataSource={ranking.candidates}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false, showTotal: common.total }}
        scroll={{ x: "max-content" }}
        columns={[
          { title: t.rank, dataIndex: "rank", width: 64, render: (rank: number | null) => rank ?? "—" },
          {
            title: t.name,
            render: (_, candidate) => (
              <Link to="/applications/$id" params={{ id: candidate.applicationId }}>
                {candidate.title}
              </Link>
            ),
          },
          { title: t.school, dataIndex: "schoolName", hidden: !shows("school") },
          ...counting.map((part) => ({
            title: `${programmes.weightNames[part]} ${props.weights[part]}%`,
            align: "right" as const,
            className: "number",
            hidden: !shows(part),
            render: (_: unknown, candidate: Candidate) => points(candidate.scores[part]),
          })),
          { title: t.composite, dataIndex: "composite", align: "right", className: "number", render: (milli: number | null) => <strong>{points(milli)}</strong> },
          { title: t.outcome, render: (_, candidate) => <OutcomeTag candidate={candidate} /> },
        ]}
      />
    </>
  );
}

function OutcomeTag(props: { candidate: Candidate }) {
  const { outcome, reasons } = props.candidate;
  const tag = <Tag color={colours[outcome]}>{t.outcomes[outcome]}</Tag>;
  return reasons.length === 0 ? tag : <Tooltip title={reasons.map((reason) => reason.text).join("；")}>{tag}</Tooltip>;
}
