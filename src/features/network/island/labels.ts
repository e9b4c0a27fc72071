import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import type { Ink } from "./ink.ts";

const MOST = 48;

/** Names stand at the right of their actor, or at its left where the drawing ends; who has a slip needs no name beside it. */
export const drawName =
  (ink: () => Ink): NodeLabelDrawingFunction =>
  (context, node, settings) => {
    if (!node.label || ("highlighted" in node && node.highlighted)) return;
    context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
    const width = context.measureText(node.label).width;
    const right = node.x + node.size + 4;
    const room = context.canvas.width / devicePixelRatio;
    const left = right + width > room ? node.x - node.size - 4 - width : right;
    const { text, sheet } = ink();
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = sheet;
    context.strokeText(node.label, left, node.y + settings.labelSize / 3);
    context.fillStyle = text;
    context.fillText(node.label, left, node.y + settings.labelSize / 3);
  };

/** The name of the actor under the pointer on a slip of paper, in the colours of the page. */
export const drawSlip =
  (ink: () => Ink): NodeHoverDrawingFunction =>
  (context, node, settings) => {
    const { text, sheet } = ink();
    const name = String(node.label ?? "");
    const words = name.length > MOST ? `${name.slice(0, MOST - 1)}…` : name;
    context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
    const width = context.measureText(words).width;
    const room = context.canvas.width / devicePixelRatio;
    const right = node.x + node.size + 3;
    // At the edge of the drawing the slip lies on the other side.
    const left = right + width + 12 > room ? Math.max(2, node.x - node.size - 15 - width) : right;
    const middle = node.y;
    context.fillStyle = sheet;
    context.strokeStyle = node.color;
    context.lineWidth = 1;
    context.beginPath();
    context.roundRect(left, middle - settings.labelSize, width + 12, settings.labelSize * 2, 3);
    context.fill();
    context.stroke();
    context.beginPath();
    context.arc(node.x, node.y, node.size + 2.5, 0, 2 * Math.PI);
    context.strokeStyle = text;
    context.lineWidth = 2;
    context.stroke();
    context.fillStyle = text;
    context.fillText(words, left + 6, middle + settings.labelSize / 3);
  };
