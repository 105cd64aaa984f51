import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useHonours } from "../../lib/honours.ts";
import { useScope } from "../../lib/scope.ts";

/**
 * A person's page is about an honour of persons and a window's about one of windows: where the address names another, it is led to the main
 * one of those. True once the address agrees, or when the data has none that would.
 */
export function useHonourOfPage(page: "persons" | "windows"): boolean {
  const navigate = useNavigate();
  const { honour } = useScope();
  const right = useHonours().oneOf(page);
  const agrees = right === undefined || right === honour;
  useEffect(() => {
    if (!agrees) void navigate({ to: ".", search: (former) => ({ ...former, honour: right }), replace: true });
  }, [agrees, right, navigate]);
  return agrees;
}
