// The curve of emotion over a journey, on a field of 100 by 100 for each step.

/** How far down a feeling lies, in percent: 2 delighted near the top, -2 angry near the bottom. */
export function heightOf(emotion: number): number {
  return 50 - (Math.max(-2, Math.min(2, emotion)) / 2) * 36;
}

/** A smooth line through the feelings, level at each of them. */
export function curveThrough(emotions: number[]): string {
  const spots = emotions.map((emotion, at) => ({ x: at * 100 + 50, y: heightOf(emotion) }));
  return spots
    .map((spot, at) => {
      const before = spots[at - 1];
      if (!before) return `M${spot.x} ${spot.y}`;
      const middle = (before.x + spot.x) / 2;
      return `C${middle} ${before.y} ${middle} ${spot.y} ${spot.x} ${spot.y}`;
    })
    .join('');
}
