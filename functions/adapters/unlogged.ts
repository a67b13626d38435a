type Client = Readonly<{ middlewareStack: Readonly<{ remove(name: string): boolean }> }>;

/**
 * A client that tells no logger of what is said: where nobody set one, the SDK spells out each input and output all the
 * same, which costs time with every call, and no log may hold them.
 */
export function unlogged<C extends Client>(client: C): C {
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}
