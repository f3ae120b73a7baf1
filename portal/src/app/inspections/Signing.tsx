import { App, Form, Modal } from "antd";
import { useRef, useState } from "react";
import { LimitedText } from "../../shared/LimitedText";
import { field } from "../../texts/zh-CN.field";
import { inspections as t } from "../../texts/zh-CN.inspections";
import { jpegOf, keepPicture } from "./FieldPhotos";
import type { Body } from "./fieldbook";
import { SignaturePad } from "./SignaturePad";

/** Both sides sign on the spot, with or without a network; the names are needed, the hands are welcome. */
export function Signing(props: { inspection: string; me: string; sealed: string[]; onSign: (body: Body) => Promise<void>; onClose: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ summary: string; schoolSignatory: string }>();
  const [signing, setSigning] = useState(false);
  const schoolPad = useRef<HTMLCanvasElement>(null);
  const teamPad = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState({ school: false, team: false });

  const picture = async (isDrawn: boolean, canvas: HTMLCanvasElement | null) => (isDrawn && canvas !== null ? keepPicture(props.me, props.inspection, await jpegOf(canvas)) : undefined);
  const sign = async (values: { summary: string; schoolSignatory: string }) => {
    setSigning(true);
    try {
      const schoolDrawing = await picture(drawn.school, schoolPad.current);
      const teamDrawing = await picture(drawn.team, teamPad.current);
      await props.onSign({
        kind: "SIGNATURE",
        summary: values.summary.trim(),
        schoolSignatory: values.schoolSignatory.trim(),
        sealed: props.sealed,
        ...(schoolDrawing === undefined ? {} : { schoolDrawing }),
        ...(teamDrawing === undefined ? {} : { teamDrawing }),
      });
      void message.success(t.signed);
      props.onClose();
    } finally {
      setSigning(false);
    }
  };
  return (
    <Modal open title={t.signTitle} okText={t.sign} confirmLoading={signing} onCancel={props.onClose} onOk={form.submit}>
      <p className="quiet">{t.signLead}</p>
      <Form form={form} layout="vertical" onFinish={(values) => void sign(values)}>
        <LimitedText name="summary" label={t.summary} limit={2000} rows={5} hint={t.summaryHint} />
        <LimitedText name="schoolSignatory" label={t.schoolSignatory} limit={30} />
      </Form>
      <p className="quiet small">{field.drawHint}</p>
      <SignaturePad label={field.schoolDrawing} canvas={schoolPad} onDrawn={(school) => setDrawn((before) => ({ ...before, school }))} />
      <SignaturePad label={field.teamDrawing} canvas={teamPad} onDrawn={(team) => setDrawn((before) => ({ ...before, team }))} />
    </Modal>
  );
}
