import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { renderToText } from './renderToText.ts';
import { EmptyState } from '#ui/EmptyState.tsx';

export const route = createLazyRoute('/app/clients/$clientId/activity')({ component: () => null });
