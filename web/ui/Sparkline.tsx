import type { Tone } from './StatusGlyph.tsx';

const width = 72;
const height = 26;

/** A hint of direction next to a figure; hidden from screen readers, as the words beside it say the same. */
export function Sparkline({ points, tone }: { points: number[]; tone: Tone }) {
  const low = Math.min(...points);
  const span = Math.max(...points) - low;
  const step = width / Math.max(points.length - 1, 1);
  const y = (value: number) => (span === 0 ? height - 3 : height - 3 - ((value - low) / span) * (height - 6));
  const line = points.map((value, index) => `${(index * step).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline
        points={line}
        fill="none"
        stroke={`var(--fy-${tone})`}
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
