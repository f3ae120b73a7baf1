import { Card, Descriptions, Typography } from "antd";
import { day } from "../../texts/format";
import { common } from "../../texts/zh-CN";
import { plans as t } from "../../texts/zh-CN.plans";
import { aspects, type PlanContent } from "./queries";

/** What a plan says, to be read. */
export function PlanText(props: { content: PlanContent }) {
  const { content } = props;
  return (
    <>
      <Card title={t.brandTitle}>
        <Descriptions
          column={1}
          items={[
            { key: "name", label: t.brandName, children: content.brandName || common.none },
            { key: "meaning", label: t.brandMeaning, children: <span className="prose">{content.brandMeaning || common.none}</span> },
            { key: "carrier", label: t.brandCarrier, children: <span className="prose">{content.brandCarrier || common.none}</span> },
            { key: "method", label: t.brandMethod, children: <span className="prose">{content.brandMethod || common.none}</span> },
            { key: "effect", label: t.brandEffect, children: <span className="prose">{content.brandEffect || common.none}</span> },
            { key: "group", label: t.leadGroup, children: content.leadGroup.map((one) => `${one.name}（${one.duty}）`).join("、") || common.none },
            { key: "discussion", label: t.discussion, children: discussed(content.discussion) },
            { key: "publicity", label: t.publicity, children: content.publicity.map((one) => one.what).join("；") || common.none },
            { key: "highlights", label: t.highlights, children: <span className="prose">{content.highlights || common.none}</span> },
            { key: "secretary", label: t.secretary, children: content.secretary || common.none },
            { key: "officer", label: t.infoOfficer, children: content.infoOfficer || common.none },
          ]}
        />
      </Card>
      <Card title={t.analysis}>
        {aspects.map((aspect) => (
          <section key={aspect} style={{ marginBottom: 12 }}>
            <Typography.Title level={2} style={{ fontSize: "calc(15px * var(--grow))" }}>
              {t.aspects[aspect]}
            </Typography.Title>
            <div className="prose">{content[aspect] || common.none}</div>
          </section>
        ))}
      </Card>
      <Card title={t.targets}>
        <ol style={{ margin: 0, paddingLeft: 20 }}>
          {content.targets.map((target) => (
            <li key={target.text} style={{ padding: "4px 0" }}>
              {target.text}
              <div className="row-facts">
                <span>
                  {t.targetMeasure}：{target.measure}
                </span>
                <span>
                  {t.targetDue}：{day(target.dueOn)}
                </span>
              </div>
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}

function discussed(discussion: PlanContent["discussion"]) {
  const parts = [discussion.heldOn ? day(discussion.heldOn) : undefined, discussion.participants ? t.attended(discussion.participants) : undefined];
  return parts.filter(Boolean).join("，") || common.none;
}
