import { Flex, Typography } from "antd";
import { type ReactNode, useEffect } from "react";
import { shell } from "../texts/zh-CN";

/** The frame of every workbench page: one heading, one sentence that says what the page is for, its actions. */
export function Page(props: { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${props.title} · ${shell.title}`;
  }, [props.title]);
  return (
    <div className="page">
      <Flex justify="space-between" align="start" gap={16} wrap className="page-head">
        <div className="page-words">
          <Typography.Title level={1}>{props.title}</Typography.Title>
          {props.lead !== undefined && <Typography.Paragraph type="secondary">{props.lead}</Typography.Paragraph>}
        </div>
        {props.actions !== undefined && (
          <Flex gap={8} wrap>
            {props.actions}
          </Flex>
        )}
      </Flex>
      {props.children}
    </div>
  );
}
