import { useQueryClient } from "@tanstack/react-query";
import { Button, Flex, Modal, Typography } from "antd";
import { useEffect, useState } from "react";
import { onSignedOut } from "../../api/http";
import { shell } from "../../texts/zh-CN";
import { meKey, session, signInAddress } from "./session";

/** When the session ends under somebody's hands: sign in again in another window, and nothing typed here is lost. */
export function SignInAgain() {
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

  const checkNow = async () => {
    await queries.refetchQueries({ queryKey: meKey });
    if (queries.getQueryData<{ signedIn: boolean }>(meKey)?.signedIn) {
      setNeeded(false);
      void queries.invalidateQueries();
    }
  };

  return (
    <Modal open={needed} title={shell.sessionEnded} footer={null} closable={false} keyboard={false} width={420}>
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
