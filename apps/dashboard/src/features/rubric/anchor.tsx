import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface AnchorLinkProps {
  readonly to: string;
  readonly className?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A link to another place of this page. */
export function AnchorLink({ to, className, title, children }: AnchorLinkProps) {
  return (
    <Link to="." search={(former) => former} hash={to} className={className} title={title}>
      {children}
    </Link>
  );
}

/** `<tr {...place(id)}>`: gives a rule its address, and marks the one that the address points to. */
export function usePlace(): (id: string) => { readonly id: string; readonly "data-cited": boolean | undefined } {
  const hash = useLocation({ select: (location) => location.hash });
  return (id) => ({ id, "data-cited": hash === id || undefined });
}
