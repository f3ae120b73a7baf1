import { useQueryClient } from "@tanstack/react-query";
import { Button, Flex, Modal, Typography } from "antd";
import { useEffect, useState } from "react";
import { useMove } from "../../shared/useMove";
import { shell } from "../../texts/zh-CN";
import { endingAt, known, mustAsk, nextLook, warnedBefore } from "./ending";
import { type Me, meKey, session, stay, useMe } from "./session";
import { SignInAgain } from "./SignInAgain";

/** What happens when a session comes to its end: a warning while one may still stay, then the way back in. */
export function SessionEnd() {
  const me = useMe();
  const left = me.data?.secondsLeft;
  const heardAt = Math.max(me.dataUpdatedAt, me.errorUpdatedAt);
  const about = typeof left === "number" ? { ...known(left, me.dataUpdatedAt), heardAt } : undefined;
  const looked = useNow(about === undefined ? undefined : (at) => nextLook(at, about));
  const now = Math.max(looked, heardAt);
  const ask = about !== undefined && mustAsk(now, about);
  const { refetch } = me;

  useEffect(() => {
    if (ask) {
      void refetch();
    }
  }, [ask, refetch]);

  const ending = about === undefined || ask ? "CALM" : endingAt(now, about);
  return (
    <>
      {about !== undefined && ending === "SOON" && <Warning secondsLeft={Math.ceil((about.endsAt - now) / 1000)} />}
      <SignInAgain ended={ending === "OVER"} />
    </>
  );
}

function Warning(props: { secondsLeft: number }) {
  const queries = useQueryClient();
  const [later, setLater] = useState(false);
  const move = useMove<void, Me>({ run: stay, refresh: [], afterwards: (me) => queries.setQueryData(meKey, me) });
  // The day's end cannot be moved: who asked to stay and got no time has to sign in.
  const final = (move.data?.secondsLeft ?? Infinity) * 1000 <= warnedBefore;

  useEffect(() => session.announceEnding(), []);

  return (
    <Modal
      open={!later}
      title={shell.sessionEnding}
      onCancel={() => setLater(true)}
      closable={false}
      mask={{ closable: false }}
      width={440}
      footer={
        <Flex gap={8} wrap justify="end">
          {!final && (
            <Button type="primary" loading={move.isPending} onClick={() => move.mutate()}>
              {shell.stay}
            </Button>
          )}
          <Button onClick={() => setLater(true)}>{final ? shell.understood : shell.notNow}</Button>
        </Flex>
      }
    >
      <Typography.Paragraph>
        <span role="timer">{shell.sessionLeft(props.secondsLeft)}</span>
        {final ? shell.sessionFinal : shell.sessionStay}
      </Typography.Paragraph>
      <Typography.Paragraph type="secondary">{shell.draftsKept}</Typography.Paragraph>
    </Modal>
  );
}

/** The time of the last look; `next` says how long until another is worth it (ms). */
function useNow(next: ((now: number) => number) | undefined) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (next === undefined) {
      return;
    }
    const look = () => setNow(Date.now());
    const timer = setTimeout(look, next(Date.now()));
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  });
  return now;
}
