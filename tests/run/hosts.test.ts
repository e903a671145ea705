/**
 * The tests with disposable hosts, in one file: they check that no host is left on the machine, so they can't run at the same
 * time.
 */
import './sandbox.ts';
import './verify.ts';
