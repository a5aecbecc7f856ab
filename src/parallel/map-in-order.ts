/**
 * Runs items through an asynchronous step, several at once, and gives the results in the order of the items, each as soon
 * as it and all before it are there: a slow source holds no finished result back. The source is read no further ahead
 * than `ahead` items.
 * @throws what the source or a step throws
 */
export async function* mapInOrder<Item, Result>(
  source: AsyncIterable<Item> | Iterable<Item>,
  step: (item: Item) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result, void, undefined> {
  const iterator =
    Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : (source as Iterable<Item>)[Symbol.iterator]();
  const open: Promise<Result>[] = [];
  let reading: Promise<IteratorResult<Item>> | undefined;
  let ended = false;
  try {
    for (;;) {
      if (reading === undefined && !ended && open.length < ahead) {
        reading = Promise.resolve(iterator.next());
        // Rejections are met below, in their turn.
        reading.catch(ignore);
      }
      if (open.length === 0 && reading === undefined) return;
      const racers: Promise<'result' | 'item'>[] = [];
      if (open.length > 0) racers.push(open[0].then(() => 'result'));
      if (reading !== undefined) racers.push(reading.then(() => 'item'));
      if ((await Promise.race(racers)) === 'result') {
        yield await (open.shift() as Promise<Result>);
        continue;
      }
      const { done, value } = await (reading as Promise<IteratorResult<Item>>);
      reading = undefined;
      if (done) {
        ended = true;
        continue;
      }
      const result = step(value);
      result.catch(ignore);
      open.push(result);
    }
  } finally {
    // Not awaited: a source that waits for input would hold the caller up.
    if (!ended) Promise.resolve(iterator.return?.()).catch(ignore);
  }
}

function ignore(): void {}
