import { Result } from "antd";
import { useEffect } from "react";
import { shell } from "../../texts/zh-CN";
import { session } from "./session";

/** Where the second window lands after signing in: it tells the first one and may be closed. */
export function SignedIn() {
  useEffect(() => {
    session.announceSignedIn();
    window.close();
  }, []);
  return <Result status="success" title={<h1 className="result-title">{shell.signedInAgain}</h1>} subTitle={shell.closeThisWindow} />;
}
