/**
 * The one door. People sign in here with Keycloak and hold a session cookie; their tokens stay in
 * the session and are put on the calls that are passed on. Which calls are passed on, and where to,
 * is written in {@code application.yaml}; Java is only where something has to be decided. Nothing
 * is remembered in the process: sessions live in PostgreSQL, so any number of gateways may run.
 */
@NullMarked
package cn.sihong.gateway;

import org.jspecify.annotations.NullMarked;
