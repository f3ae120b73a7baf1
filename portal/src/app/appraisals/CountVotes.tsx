import { App, Button, Modal } from "antd";
import { useState } from "react";
import { asProblem } from "../../api/problem";
import { useMove } from "../../shared/useMove";
import { appraisals as t } from "../../texts/zh-CN.appraisals";
import { type Appraisal, appraisalCalls, appraisalsKey } from "./queries";

type LowTurnout = "ADVISORY" | "REPEAT";

/** Ends the voting; what to do about too few is asked only when there were too few. */
export function CountVotes(props: { appraisal: Appraisal }) {
  const { modal } = App.useApp();
  const [tooFew, setTooFew] = useState<string>();
  const count = useMove({
    run: async (lowTurnout: LowTurnout | undefined) => {
      try {
        await appraisalCalls.count(props.appraisal, lowTurnout);
        return true;
      } catch (error) {
        const problem = asProblem(error);
        if (problem.code !== "turnout-too-low") {
          throw problem;
        }
        setTooFew(problem.message);
        return false;
      }
    },
    refresh: [appraisalsKey],
    afterwards: (done) => done && setTooFew(undefined),
  });
  return (
    <>
      <Button
        type="primary"
        loading={count.isPending}
        onClick={() => modal.confirm({ title: t.countTitle, content: t.countText, okText: t.count, onOk: () => count.mutateAsync(undefined).catch(() => undefined) })}
      >
        {t.count}
      </Button>
      <Modal
        open={tooFew !== undefined}
        title={t.lowTitle}
        onCancel={() => setTooFew(undefined)}
        footer={[
          <Button key="repeat" loading={count.isPending} onClick={() => count.mutate("REPEAT")}>
            {t.lowRepeat}
          </Button>,
          <Button key="advisory" type="primary" loading={count.isPending} onClick={() => count.mutate("ADVISORY")}>
            {t.lowAdvisory}
          </Button>,
        ]}
      >
        {tooFew}
      </Modal>
    </>
  );
}
