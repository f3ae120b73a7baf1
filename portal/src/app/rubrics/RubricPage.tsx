import { Link, useParams } from "@tanstack/react-router";
import { Button, Card, Tag } from "antd";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { points } from "../../texts/format";
import { rubricPages as t } from "../../texts/zh-CN.rubrics";
import { useRoles } from "../shell/session";
import { type FullCriterion, type FullRubric, useRubricOf } from "./queries";
import { byPart } from "./sums";

/** The rubric that holds in a programme: what is judged, how one finds out, and what points look like. */
export function RubricPage() {
  const { category } = useParams({ strict: false });
  const rubric = useRubricOf(category);
  return <Loaded query={rubric}>{(found) => (found === null ? <Nothing text={t.noRubric} /> : <Shown rubric={found} />)}</Loaded>;
}

function Shown(props: { rubric: FullRubric }) {
  const { rubric } = props;
  const writes = useRoles().has("party-office");
  return (
    <Page
      title={t.title(rubric.name, rubric.edition)}
      lead={t.lead}
      actions={
        writes && (
          <Link to="/rubrics/$category/next" params={{ category: rubric.category }}>
            <Button type="primary">{t.design}</Button>
          </Link>
        )
      }
    >
      <div className="stack">
        {byPart(rubric.criteria).map(([part, criteria]) => (
          <Card key={part} title={part} extra={<span className="number">{t.points(points(criteria.reduce((sum, one) => sum + one.maxPoints, 0)))}</span>}>
            {criteria.map((criterion) => (
              <CriterionShown key={criterion.code} criterion={criterion} />
            ))}
          </Card>
        ))}
        {rubric.information.length > 0 && (
          <Card title={t.information}>
            <ul>
              {rubric.information.map((one) => (
                <li key={one.code}>
                  {one.part}：{one.name} <span className="quiet">{one.hint}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </Page>
  );
}

function CriterionShown(props: { criterion: FullCriterion }) {
  const { criterion } = props;
  return (
    <section style={{ marginBottom: 16 }}>
      <h3 className="row row-title" style={{ margin: "0 0 4px" }}>
        {criterion.name}
        <span className="number">{t.points(points(criterion.maxPoints))}</span>
        <Tag>{t.methods[criterion.method]}</Tag>
      </h3>
      <ol className="scale">
        {criterion.anchors.toSorted((one, other) => other.points - one.points).map((anchor) => (
          <li key={anchor.points}>
            <strong className="number">{t.points(points(anchor.points))}</strong>
            <span>{anchor.text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
