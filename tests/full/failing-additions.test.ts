import { describe } from 'vitest';
import { mistakes, testMistakes } from '../site/failing-additions.ts';

describe('the build is stopped by', () => {
  testMistakes('all-failing-additions', mistakes('others'));
});
