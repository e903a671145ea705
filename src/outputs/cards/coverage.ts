/** Closed contours as edges: `[x, y, x, y]` is a line, `[x, y, x, y, x, y]` a quadratic curve by its control point. */
export type Outline = readonly (readonly number[])[];

/** How much of each pixel of a box an outline covers. */
export interface Coverage {
  /** The box's upper left pixel, from the outline's origin; y grows downwards. */
  left: number;
  top: number;
  /** In pixels. */
  width: number;
  height: number;
  /** 0 for none of a pixel to 255 for all of it, row by row. */
  shares: Uint8Array;
}

/** How far a curve may be from the lines that approximate it, in pixels. */
const DEVIATION = 0.05;

/**
 * The pixels that an outline covers, scaled to `size` pixels a unit and moved right by `shift` pixels. The outline's y
 * grows upwards.
 *
 * Exact area coverage by accumulation of signed areas, the method of font-rs (Raph Levien) and stb_truetype 2 (Sean
 * Barrett): each edge adds its change to the pixels that it crosses, and the sum from the left is the share. It only uses
 * additions, multiplications, divisions and square roots, which give the same result on every machine.
 */
export function cover(outline: Outline, size: number, shift: number): Coverage {
  const edges = outline.map((edge) =>
    edge.map((coordinate, index) => (index % 2 === 0 ? coordinate * size + shift : -coordinate * size)),
  );
  const box = boxOf(edges);
  // The last column is for changes to the right of the box.
  const stride = box.width + 1;
  const changes = new Float64Array(stride * box.height + 1);
  for (const edge of edges) {
    const points = flatten(edge.map((value, index) => value - (index % 2 === 0 ? box.left : box.top)));
    for (let at = 0; at + 3 < points.length; at += 2) {
      addLine(changes, stride, points[at]!, points[at + 1]!, points[at + 2]!, points[at + 3]!);
    }
  }
  return { ...box, shares: sumUp(changes, box.width, box.height) };
}

function boxOf(edges: Outline): Omit<Coverage, 'shares'> {
  if (edges.length === 0) return { left: 0, top: 0, width: 0, height: 0 };
  const xs = edges.flatMap((edge) => edge.filter((_, index) => index % 2 === 0));
  const ys = edges.flatMap((edge) => edge.filter((_, index) => index % 2 === 1));
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  return { left, top, width: Math.ceil(Math.max(...xs)) - left, height: Math.ceil(Math.max(...ys)) - top };
}

/** An edge as points of lines. */
function flatten(edge: readonly number[]): readonly number[] {
  const [x0, y0, x1, y1, x2, y2] = edge as [number, number, number, number, number, number];
  if (edge.length === 4) return edge;
  // A quadratic curve cut into n equal parts is off by its second difference over 4n².
  const bend = Math.sqrt((x0 - 2 * x1 + x2) ** 2 + (y0 - 2 * y1 + y2) ** 2);
  const parts = Math.max(1, Math.ceil(Math.sqrt(bend / (4 * DEVIATION))));
  const points = [x0, y0];
  for (let part = 1; part <= parts; part++) {
    const t = part / parts;
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    points.push(a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2);
  }
  return points;
}

/** Splits a line at the rows. */
function addLine(
  changes: Float64Array,
  stride: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  if (y0 === y1) return;
  const [top, bottom, direction] = y0 < y1 ? [y0, y1, 1] : [y1, y0, -1];
  const slope = (x1 - x0) / (y1 - y0);
  for (let row = Math.floor(top); row < bottom; row++) {
    const [from, to] = [Math.max(row, top), Math.min(row + 1, bottom)];
    const [a, b] = [x0 + (from - y0) * slope, x0 + (to - y0) * slope];
    addPiece(changes, row * stride, Math.min(a, b), Math.max(a, b), (to - from) * direction);
  }
}

/** Adds a piece of a line, from x = `left` to `right`, within the row that starts at `start`. */
function addPiece(changes: Float64Array, start: number, left: number, right: number, height: number): void {
  let column = Math.floor(left);
  do {
    const [from, to] = [Math.max(column, left), Math.min(column + 1, right)];
    const part = right > left ? (height * (to - from)) / (right - left) : height;
    // Everything right of the line is inside: part of this pixel, and all of the pixels after it.
    const outside = (from + to) / 2 - column;
    changes[start + column]! += part * (1 - outside);
    changes[start + column + 1]! += part * outside;
    column++;
  } while (column < right);
}

function sumUp(changes: Float64Array, width: number, height: number): Uint8Array {
  const shares = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) {
      sum += changes[row * (width + 1) + column]!;
      // Overlapping contours count more than once.
      shares[row * width + column] = Math.round(Math.min(1, Math.abs(sum)) * 255);
    }
  }
  return shares;
}
