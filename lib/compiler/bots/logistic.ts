/** Weights of a logistic regression without a constant: features are differences from their mean. */
export type Weights = readonly number[];

/** Enough rounds for the few features here to settle, and a pull to zero for those that say the same. */
const rounds = 200;
const step = 0.5;
const ridge = 0.01;

/**
 * Fits P(right) = 1 / (1 + e^(bias − w·x)) by gradient descent from zero: the same rows in the same order give
 * the same weights. Each feature should vary by about one.
 */
export function fitLogistic(rows: readonly { features: readonly number[]; right: boolean }[]): Weights {
  const width = rows[0]?.features.length ?? 0;
  const weights = new Array<number>(width).fill(0);
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    const slope = new Array<number>(width).fill(0);
    let biasSlope = 0;
    for (const { features, right } of rows) {
      const error = (right ? 1 : 0) - 1 / (1 + Math.exp(-bias - dot(weights, features)));
      biasSlope += error;
      for (let at = 0; at < width; at += 1) slope[at] = (slope[at] ?? 0) + error * (features[at] ?? 0);
    }
    bias += (step * biasSlope) / rows.length;
    for (let at = 0; at < width; at += 1) {
      const weight = weights[at] ?? 0;
      weights[at] = weight + step * ((slope[at] ?? 0) / rows.length - ridge * weight);
    }
  }
  return weights;
}

export function dot(weights: Weights, features: readonly number[]): number {
  return features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}
