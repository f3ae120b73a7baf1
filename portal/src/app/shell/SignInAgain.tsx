import { useQueryClient } from "@tanstack/react-query";
import { Button, Flex, Modal, Typography } from "antd";
import { useEffect, useState } from "react";
import { onSignedOut } from "../../api/http";
import { shell } from "../../texts/zh-CN";
import { type Me, meKey, session, signInAddress } from "./session";

/** When the session ends under somebody's hands: sign in again in another window, and nothing typed here is lost. */
export function SignInAgain(props: { ended: boolean }) {
  const [needed, setNeeded] = useState(false);
  const queries = useQueryClient();

  useEffect(() => onSignedOut(() => setNeeded(true)), []);
  useEffect(
    () =>
      session.onSignedIn(() => {
        setNeeded(false);
        void queries.invalidateQueries();
      }),
    [queries],
  );

  useEffect(() => session.onSignedOut(() => location.assign("/")), []);

  const checkNow = async () => {
    await queries.refetchQueries({ queryKey: meKey });
    if ((queries.getQueryData<Me>(meKey)?.secondsLeft ?? 0) > 0) {
      setNeeded(false);
      void queries.invalidateQueries();
    }
  };

  return (
    <Modal open={needed || props.ended} title={shell.sessionEnded} footer={null} closable={false} keyboard={false} width={420}>
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
