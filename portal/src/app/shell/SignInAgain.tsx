import { useQueryClient } from "@tanstack/react-query";
import { Button, Flex, Modal, Typography } from "antd";
import { useEffect, useState } from "react";
import { onSignInNeeded } from "../../api/http";
import type { SignInNeeded } from "../../api/problem";
import { shell } from "../../texts/zh-CN";
import { type Me, meKey, session, useSignOut } from "./session";
import { signInAddress } from "./signIn";

/** When the session ends under somebody's hands: sign in again in another window, and nothing typed here is lost. */
export function SignInAgain(props: { ended: boolean }) {
  const [needed, setNeeded] = useState<SignInNeeded>();
  const queries = useQueryClient();

  useEffect(() => onSignInNeeded(setNeeded), []);
  useEffect(
    () =>
      session.onSignedIn(() => {
        setNeeded(undefined);
        void queries.invalidateQueries();
      }),
    [queries],
  );

  useEffect(() => session.onSignedOut(() => location.assign("/")), []);

  const checkNow = async () => {
    await queries.refetchQueries({ queryKey: meKey });
    if ((queries.getQueryData<Me>(meKey)?.secondsLeft ?? 0) > 0) {
      setNeeded(undefined);
      void queries.invalidateQueries();
    }
  };

  if (needed === "second-factor-missing") {
    return <Stronger />;
  }
  return (
    <Modal open={needed !== undefined || props.ended} title={shell.sessionEnded} footer={null} closable={false} keyboard={false} width={420}>
      <Typography.Paragraph>{shell.sessionEndedText}</Typography.Paragraph>
      <Flex gap={8} wrap>
        <Button type="primary" href={signInAddress("/app/signed-in")} target="_blank" rel="noopener">
          {shell.signInNewWindow}
        </Button>
        <Button onClick={() => void checkNow()}>{shell.signedInContinue}</Button>
      </Flex>
    </Modal>
  );
}

/** An officer who came without a code: after their first sign-in, at which it was set up, or since they have the post. */
function Stronger() {
  const signOut = useSignOut();
  const [leaving, setLeaving] = useState(false);
  const again = () => signOut(() => setLeaving(true), signInAddress(location.pathname + location.search));
  return (
    <Modal open title={shell.codeNeeded} footer={null} closable={false} keyboard={false} width={420}>
      <Typography.Paragraph>{shell.codeNeededText}</Typography.Paragraph>
      <Button type="primary" loading={leaving} onClick={() => void again()}>
        {shell.signInWithCode}
      </Button>
    </Modal>
  );
}
