import { expect, test } from 'vitest';
import { claimsByConcept } from './concept-claims.ts';

const claim = (id: string, text: string, quote = text) => ({ id, text, evidence: { quote } });
const claims = [
  claim('plural', 'Sanctions slowed the payments.'),
  claim('sentence', 'It slowed the payments.', 'The sanction slowed the payments.'),
  claim('none', 'The sanctity of treaties was named.'),
  claim('apart', 'The world saw a new order.'),
  claim('orders', 'They speak of world orders without blocs.'),
];

test.each([
  ['sanction', ['plural', 'sentence']],
  ['Sanctions', ['plural', 'sentence']],
  ['the world order', ['orders']],
  ['payment', ['plural', 'sentence']],
  ['tariff', []],
  ['the', []],
])('“%s” is named by %j', (term, ids) => {
  expect(claimsByConcept([{ id: 'term', term }], claims)).toEqual(new Map([['term', ids]]));
});
