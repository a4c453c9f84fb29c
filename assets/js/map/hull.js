// The convex hull of points on a plane (Andrew's monotone chain).

/**
 * @param {[number, number][]} points
 * @returns {[number, number][]} its corners once around; one or two points are their own hull
 */
export function hull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) {
    return sorted;
  }
  const lower = chain(sorted);
  const upper = chain(sorted.reverse());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function chain(points) {
  /** @type {[number, number][]} */
  const corners = [];
  for (const point of points) {
    while (corners.length > 1 && !turnsLeft(corners[corners.length - 2], corners[corners.length - 1], point)) {
      corners.pop();
    }
    corners.push(point);
  }
  return corners;
}

function turnsLeft(a, b, c) {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
}
