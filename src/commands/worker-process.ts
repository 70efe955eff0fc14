// Processes that work for a build, each with a core and memory of its own: how they are started, asked and heard.
//
//   build  ── orders ─→  process: `serve`
//          ←─ news, what was made, or why it could not be ──
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { worksForThis } from '../lock.ts';
import { Mistake } from '../mistake.ts';
import { programOf } from '../package.ts';
import { Torn } from '../store.ts';
import { faultOf, mistakeOf } from './system-errors.ts';

/** More processes make the disk the narrow place. */
const MOST = 4;

/**
 * A worker makes thousands of days or pages: the larger its young generation, the fewer of their objects are copied before they
 * are let go. `engine.ts` says why other processes have a small one.
 */
const YOUNG = ['--max-semi-space-size=24', '--min-semi-space-size=24'];

/** What a process says. */
type Answer<Made, News> =
  | { readonly is: 'news'; readonly news: News }
  | { readonly is: 'made'; readonly made: Made }
  | { readonly is: 'mistake' | 'torn' | 'fault'; readonly message: string };

/** A process that obeys one order at a time. */
interface Worker<Order, Made> {
  readonly tell: (order: Order) => void;
  readonly obey: (order: Order) => Promise<Made>;
  /** Lets the process go; one that is still at work, since another has failed, is ended before it writes more. */
  readonly end: () => Promise<void>;
}

/** Several of them: who is free takes the next order. */
export interface Workers<Order, Made> {
  /** Throws the `Mistake` that a process met, or `Torn`; a fault of its own is thrown with its stack. */
  readonly give: (order: Order) => Promise<Made>;
  /** Gives an order that is not answered to each of them. */
  readonly tell: (order: Order) => void;
  readonly end: () => Promise<void>;
}

export interface WorkersSetup<Order, News> {
  readonly program: Parameters<typeof programOf>[0];
  /** Given to each process before anything else; it is not answered. */
  readonly first: Order;
  readonly onNews?: ((news: News) => void) | undefined;
}

/** Starts as many processes as pay, but no more than there are orders for. */
export function startWorkers<Order, Made, News>(
  setup: WorkersSetup<Order, News>,
  orders = Infinity,
): Workers<Order, Made> {
  const count = Math.min(MOST, availableParallelism(), orders);
  const workers = Array.from({ length: count }, () => startWorker<Order, Made, News>(setup));
  const free = [...workers];
  const waiting: ((worker: Worker<Order, Made>) => void)[] = [];
  return {
    async give(order) {
      const worker = free.pop() ?? (await new Promise<Worker<Order, Made>>((taken) => waiting.push(taken)));
      try {
        return await worker.obey(order);
      } finally {
        const next = waiting.shift();
        if (next) next(worker);
        else free.push(worker);
      }
    },
    tell(order) {
      for (const worker of workers) worker.tell(order);
    },
    async end() {
      await Promise.all(workers.map((worker) => worker.end()));
    },
  };
}

function startWorker<Order, Made, News>({ program, first, onNews }: WorkersSetup<Order, News>): Worker<Order, Made> {
  const child = fork(programOf(program), { serialization: 'advanced', execArgv: [...process.execArgv, ...YOUNG] });
  if (child.pid !== undefined) worksForThis(child.pid);
  let settle: { done: (made: Made) => void; failed: (error: Error) => void } | undefined;
  // What a process says before it was asked for anything waits until it is.
  let failure: Error | undefined;
  const fail = (error: Error): void => {
    failure = error;
    settle?.failed(error);
  };
  child.on('message', (answer: Answer<Made, News>) => {
    if (answer.is === 'news') onNews?.(answer.news);
    else if (answer.is === 'made') settle?.done(answer.made);
    else fail(errorOf(answer));
  });
  child.on('error', fail);
  child.on('exit', (code, signal) => fail(new Error(`A process of the build ended (${signal ?? code}).`)));
  let busy = false;
  const send = (order: Order): void => void child.send(order as object, (error) => error && fail(error));
  send(first);
  return {
    tell: send,
    async obey(order) {
      busy = true;
      const made = await new Promise<Made>((done, failed) => {
        settle = { done, failed };
        if (failure) failed(failure);
        else send(order);
      });
      busy = false;
      return made;
    },
    async end() {
      child.removeAllListeners('exit');
      if (busy && child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      } else if (child.connected) child.disconnect();
    },
  };
}

function errorOf({ is, message }: Exclude<Answer<never, never>, { readonly is: 'news' | 'made' }>): Error {
  if (is === 'mistake') return new Mistake(message);
  const error = is === 'torn' ? new Torn(message) : new Error(message.split('\n')[0]);
  if (is === 'fault') error.stack = message;
  return error;
}

/**
 * Lets this process obey the orders that come from the one that started it, one after the other; an order that gives nothing
 * is not answered.
 */
export function serve<Order, Made>(obey: (order: Order) => Promise<Made | undefined>): void {
  // Who asked may be gone before it is told.
  const say = (answer: Answer<Made, never>): void => void process.send?.(answer, () => undefined);
  process.on('message', (order: Order) => {
    obey(order)
      .then((made) => {
        if (made !== undefined) say({ is: 'made', made });
      })
      .catch((error: unknown) => {
        const mistake = mistakeOf(error);
        if (mistake) say({ is: 'mistake', message: mistake.message });
        else if (error instanceof Torn) say({ is: 'torn', message: error.message });
        else say({ is: 'fault', message: faultOf(error) });
      });
  });
  // Ctrl-C reaches every process of a terminal; the one that began this ends it.
  process.on('SIGINT', () => undefined);
  process.on('disconnect', () => process.exit());
}

const parent = process.ppid;

/** Tells the process that started this one something while it waits; where it is no more, this one ends, too. */
export function tellNews<News>(news: News): void {
  // Heard of while work is done without a pause: the next build must not find somebody at work on what it begins with.
  if (process.ppid !== parent) process.exit();
  process.send?.({ is: 'news', news } satisfies Answer<never, News>, () => undefined);
}
