import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useGlobalSearch } from "../../lib/scope.ts";
import type { Honour } from "../../lib/search-state.ts";

/** A window's page is about 红旗窗口 and a person's about 服务先锋, whatever the address says; true once the address agrees. */
export function useHonourOfPage(honour: Honour): boolean {
  const navigate = useNavigate();
  const agrees = useGlobalSearch().honour === honour;
  useEffect(() => {
    if (!agrees) void navigate({ to: ".", search: (former) => ({ ...former, honour }), replace: true });
  }, [agrees, honour, navigate]);
  return agrees;
}
