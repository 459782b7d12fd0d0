import { describe, expect, it } from 'vitest';
import { invert } from './inversion.ts';

const questions: [clause: string, question: string][] = [
  [
    'the two governments settle trade in their own currencies',
    'do the two governments settle trade in their own currencies',
  ],
  [
    'Western sanctions have strengthened the economic ties',
    'have Western sanctions strengthened the economic ties',
  ],
  [
    'Western sanctions have driven Russia further into the orbit of China',
    'have Western sanctions driven Russia further into the orbit of China',
  ],
  ['the policy is especially vital for Russia', 'is the policy especially vital for Russia'],
  ['Russia faces extensive financial sanctions', 'does Russia face extensive financial sanctions'],
  ['China has become an economic lifeline for Russia', 'has China become an economic lifeline for Russia'],
  [
    'the arms trade between Russia and China is becoming more nuanced',
    'is the arms trade between Russia and China becoming more nuanced',
  ],
  ['China’s own defence industry is growing', 'is China’s own defence industry growing'],
  ['Moscow and Beijing turn to their own currencies', 'do Moscow and Beijing turn to their own currencies'],
  [
    'the partnership appeals to countries that look for alternatives to Western dominance',
    'does the partnership appeal to countries that look for alternatives to Western dominance',
  ],
  [
    'Russia and China often vote together in the UN Security Council',
    'do Russia and China often vote together in the UN Security Council',
  ],
  ['the present momentum suggests that it will last', 'does the present momentum suggest that it will last'],
  ['both sides win from this trade', 'do both sides win from this trade'],
  ['the two countries hold a key place in the SCO', 'do the two countries hold a key place in the SCO'],
  [
    'China has taken care not to violate Western sanctions openly',
    'has China taken care not to violate Western sanctions openly',
  ],
  ['China has not condemned the actions of Russia', 'has China not condemned the actions of Russia'],
  ['Russia has military might', 'does Russia have military might'],
  ['its economic position is weaker', 'is its economic position weaker'],
  [
    'shared grievances and strategic calculations will drive its further development',
    'will shared grievances and strategic calculations drive its further development',
  ],
  [
    'the imbalance can make Russia increasingly dependent on China',
    'can the imbalance make Russia increasingly dependent on China',
  ],
  [
    'events between Russia and China are bound to be felt around the globe',
    'are events between Russia and China bound to be felt around the globe',
  ],
  ['Russia and China cooperate on a large scale', 'do Russia and China cooperate on a large scale'],
  ['economic interdependence must be deep', 'must economic interdependence be deep'],
  [
    'Moscow and Beijing can meet critical global challenges with a more united front',
    'can Moscow and Beijing meet critical global challenges with a more united front',
  ],
  ['they think along parallel lines', 'do they think along parallel lines'],
  [
    'the forces of Russia and China raise their interoperability',
    'do the forces of Russia and China raise their interoperability',
  ],
  ['the joint exercises send the West a clear signal', 'do the joint exercises send the West a clear signal'],
  [
    'the security interests of Russia and China often coincide',
    'do the security interests of Russia and China often coincide',
  ],
  [
    'these shared concerns lead Russia and China to coordinate their approach in the UN',
    'do these shared concerns lead Russia and China to coordinate their approach in the UN',
  ],
  ['the order led by the United States declined', 'did the order led by the United States decline'],
  [
    'Moscow and Beijing also want to create alternative payment systems',
    'do Moscow and Beijing also want to create alternative payment systems',
  ],
  [
    'the shared vision leads Russia and China to coordinate closely on the world stage',
    'does the shared vision lead Russia and China to coordinate closely on the world stage',
  ],
  [
    'Russia gains a crucial market for its energy exports',
    'does Russia gain a crucial market for its energy exports',
  ],
  [
    'Western sanctions drove Russia into China’s orbit',
    'did Western sanctions drive Russia into China’s orbit',
  ],
  [
    'the bond between Moscow and Beijing is growing deeper',
    'is the bond between Moscow and Beijing growing deeper',
  ],
  ['Beijing might use Russia’s dependence as leverage', 'might Beijing use Russia’s dependence as leverage'],
  [
    'trade between the two countries has grown in manufactured goods',
    'has trade between the two countries grown in manufactured goods',
  ],
  [
    'both governments actively promote the use of the ruble',
    'do both governments actively promote the use of the ruble',
  ],
  [
    'Russia and China try to strengthen alternative international institutions',
    'do Russia and China try to strengthen alternative international institutions',
  ],
  [
    'the partnership makes other nations worry about a possible bloc',
    'does the partnership make other nations worry about a possible bloc',
  ],
  ['China sees the policy as a chance', 'does China see the policy as a chance'],
  [
    'new trade routes have arisen that bypass the traditional systems',
    'have new trade routes arisen that bypass the traditional systems',
  ],
  ['the relationship faces challenges', 'does the relationship face challenges'],
  ['the countries do not trust each other', 'do the countries not trust each other'],
  ['the farmers used new ploughs', 'did the farmers use new ploughs'],
  ['the treaty established a customs union', 'did the treaty establish a customs union'],
  ['the United States imposes sanctions', 'does the United States impose sanctions'],
  ['the United Nations has 193 members', 'does the United Nations have 193 members'],
  ['plants use sunlight', 'do plants use sunlight'],
  ['photosynthesis produces oxygen', 'does photosynthesis produce oxygen'],
  ['the exercises are held in sensitive areas', 'are the exercises held in sensitive areas'],
  ['the exercises take place in sensitive areas', 'do the exercises take place in sensitive areas'],
  [
    'the trust is perhaps pragmatic rather than ideological',
    'is the trust perhaps pragmatic rather than ideological',
  ],
  ['Russia’s economic position is weaker than China’s', 'is Russia’s economic position weaker than China’s'],
  ['the two navies trained together', 'did the two navies train together'],
  ['the minister who resigned opposed the plan', 'did the minister who resigned oppose the plan'],
  [
    'the decision to close the border surprised traders',
    'did the decision to close the border surprise traders',
  ],
  [
    'the use of the yuan in trade makes sanctions less effective',
    'does the use of the yuan in trade make sanctions less effective',
  ],
  ['energy is only one part of the exchange', 'is energy only one part of the exchange'],
  [
    'the alignment could change the balance of power in several regions',
    'could the alignment change the balance of power in several regions',
  ],
  [
    'the level of trust allows a degree of predictability',
    'does the level of trust allow a degree of predictability',
  ],
  [
    'military cooperation shows that their commitment is deepening',
    'does military cooperation show that their commitment is deepening',
  ],
  [
    'the signal includes their willingness to challenge Western dominance',
    'does the signal include their willingness to challenge Western dominance',
  ],
  ['Russia supplies China with advanced weapons', 'does Russia supply China with advanced weapons'],
  [
    'Russia and China hold more joint military exercises than before',
    'do Russia and China hold more joint military exercises than before',
  ],
  [
    'China tries to reconcile support for Moscow with ties to the West',
    'does China try to reconcile support for Moscow with ties to the West',
  ],
  [
    'the conflict in Ukraine complicates matters further',
    'does the conflict in Ukraine complicate matters further',
  ],
  ['the world price of commodities rises', 'does the world price of commodities rise'],
  ['a break would harm both sides', 'would a break harm both sides'],
  [
    'each government often reads international law through a lens of its own',
    'does each government often read international law through a lens of its own',
  ],
  [
    'the approaches of Russia and China to security overlap more and more',
    'do the approaches of Russia and China to security overlap more and more',
  ],
  ['Russia relies on China', 'does Russia rely on China'],
  ['trade has reached record levels', 'has trade reached record levels'],
  ['the leaders met in Beijing', 'did the leaders meet in Beijing'],
  ['the company focuses on growth', 'does the company focus on growth'],
  ['the heart pumps blood through the body', 'does the heart pump blood through the body'],
  ['three thousand people died of cholera', 'did three thousand people die of cholera'],
];

const doubtful: string[] = [
  'closer military ties with China give Russia a strategic counterbalance',
  'the policies that the West pursues towards both countries matter',
  'the king cut taxes',
  'enzymes speed up reactions',
  'the threats both countries perceive are real',
  'in 2024 trade grew',
  'Russia, despite its wealth, is weaker',
  'so many goods and so much capital move between Russia and China',
];

describe('turning a clause into a question', () => {
  it.each(questions)('asks about "%s" in good English', (clause, question) => {
    expect(invert(clause)).toBe(question);
  });

  it.each(doubtful)('says nothing rather than guess at "%s"', (clause) => {
    expect(invert(clause)).toBeNull();
  });
});
