import { Button } from "antd";
import { type PointerEvent, type RefObject, useRef, useState } from "react";
import { field as t } from "../../texts/zh-CN.field";

function at(event: PointerEvent<HTMLCanvasElement>) {
  const canvas = event.currentTarget;
  const frame = canvas.getBoundingClientRect();
  return { x: ((event.clientX - frame.left) * canvas.width) / frame.width, y: ((event.clientY - frame.top) * canvas.height) / frame.height };
}

/** A frame to sign in with a finger, a pen or a mouse. Whoever cannot draw leaves it empty: the name is what counts. */
export function SignaturePad(props: { label: string; canvas: RefObject<HTMLCanvasElement | null>; onDrawn: (drawn: boolean) => void }) {
  const { canvas } = props;
  const [drawn, setDrawn] = useState(false);
  const drawing = useRef(false);

  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const pen = event.currentTarget.getContext("2d");
    if (pen === null) {
      return;
    }
    if (!drawn) {
      // a JPEG has no transparency: paper first
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, event.currentTarget.width, event.currentTarget.height);
      setDrawn(true);
      props.onDrawn(true);
    }
    drawing.current = true;
    pen.lineWidth = 4;
    pen.lineCap = "round";
    pen.lineJoin = "round";
    pen.strokeStyle = "#1f1f1f";
    const { x, y } = at(event);
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + 0.1, y);
    pen.stroke();
  };
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (drawing.current) {
      const { x, y } = at(event);
      const pen = event.currentTarget.getContext("2d");
      pen?.lineTo(x, y);
      pen?.stroke();
    }
  };
  const end = () => {
    drawing.current = false;
  };
  const again = () => {
    canvas.current?.getContext("2d")?.clearRect(0, 0, canvas.current.width, canvas.current.height);
    setDrawn(false);
    props.onDrawn(false);
  };
  return (
    <div className="signature">
      <div className="row">
        <span>{props.label}</span>
        <Button size="small" disabled={!drawn} onClick={again}>
          {t.drawAgain}
        </Button>
      </div>
      <canvas ref={canvas} width={720} height={240} aria-label={props.label} onPointerDown={begin} onPointerMove={go} onPointerUp={end} onPointerCancel={end} />
    </div>
  );
}
