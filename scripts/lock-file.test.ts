import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

test("the lock file holds the packages of every platform: npm ci refuses one that was written on a machine which could not see some of them", () => {
  const { packages }: LockFile = JSON.parse(readFileSync(resolve(import.meta.dirname, "../package-lock.json"), "utf8"));
  const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => packages[`node_modules/${name}`] === undefined && packages[`${at}/node_modules/${name}`] === undefined)
      .map(([name, version]) => `${name}@${version} of ${at}`),
  );
  expect(missing).toEqual([]);
});
