import { Button } from "antd";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { day } from "../../texts/format";
import { menu } from "../../texts/zh-CN";
import { appraisals, myBallots as t } from "../../texts/zh-CN.appraisals";
import { useMyBallots } from "./queries";

/** Where a person with an account votes; the ballot itself is a page that carries no cookie to the box. */
export function MyBallots() {
  return (
    <Page title={menu.entries.ballots} lead={t.lead}>
      <Loaded query={useMyBallots()}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={t.emptyHint} />
          ) : (
            <ul className="rows">
              {all.map((paper) => (
                <li key={paper.appraisalId} className="row">
                  <div className="row-main">
                    <span className="row-title">
                      {paper.school} · {paper.electorate}
                    </span>
                    <div className="row-facts">
                      <span>{appraisals.days(day(paper.opensOn), day(paper.closesOn))}</span>
                    </div>
                  </div>
                  <Button type="primary" href={`/ballot/${paper.appraisalId}?account`}>
                    {t.vote}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
