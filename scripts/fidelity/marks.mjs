// Characters of private use that stand around what may be in the article or not.
export const OPEN = '\ue000';
export const CLOSE = '\ue001';
