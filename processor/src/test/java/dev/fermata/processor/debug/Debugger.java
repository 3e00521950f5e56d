package dev.fermata.processor.debug;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.connect.VMStartException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A debugger as IDEs have them: it launches a program, sets breakpoints at all places of a line, steps by line, and does not
 * stop in the JDK or the runtime. It never waits for a time to pass, only for the next event.
 */
final class Debugger implements AutoCloseable {
    /** A debuggee that hangs must fail its test. */
    private static final long PATIENCE = 60_000;

    /** What users put in their IDE's step filters, besides the JDK. */
    private static final List<String> FILTERS =
            List.of("java.*", "jdk.*", "sun.*", "dev.fermata.*", "*$Coroutine", "*$Generator");

    private final Program program;
    private final VirtualMachine machine;
    private final List<String> breakpoints;
    private EventSet events;
    private ThreadReference thread;

    private Debugger(Program program, VirtualMachine machine, List<String> breakpoints) {
        this.program = program;
        this.machine = machine;
        this.breakpoints = breakpoints;
    }

    /** Launches a program with breakpoints on lines, given by their comments. */
    static Debugger launch(Program program, String mode, String... breakpoints) {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("main").setValue(program.name() + " " + mode);
        arguments.get("options").setValue("-cp \"" + program.classPath() + "\" -Xshare:auto");
        try {
            Debugger debugger = new Debugger(program, connector.launch(arguments), List.of(breakpoints));
            drain(debugger.machine.process().getInputStream());
            drain(debugger.machine.process().getErrorStream());
            ClassPrepareRequest prepare = debugger.machine.eventRequestManager().createClassPrepareRequest();
            prepare.addClassFilter(program.name() + "*");
            prepare.enable();
            return debugger;
        } catch (IOException | IllegalConnectorArgumentsException | VMStartException e) {
            throw new AssertionError(e);
        }
    }

    /** Or the debuggee would block when it has printed enough. */
    private static void drain(InputStream stream) {
        Thread drain = new Thread(() -> {
            try (stream) {
                stream.transferTo(OutputStream.nullOutputStream());
            } catch (IOException ended) {
                // It was killed.
            }
        });
        drain.setDaemon(true);
        drain.start();
    }

    /** Goes on to the next stop; returns the comment of its line, with an asterisk after a step; or "end". */
    String next() {
        try {
            while (true) {
                if (events != null) {
                    events.resume();
                }
                events = machine.eventQueue().remove(PATIENCE);
                if (events == null) {
                    throw new AssertionError("nothing happens");
                }
                String stop = null;
                for (Event event : events) {
                    if (event instanceof ClassPrepareEvent prepared) {
                        breakpoints.forEach(it -> setBreakpoint(prepared.referenceType(), it));
                    } else if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
                        return "end";
                    } else if (event instanceof LocatableEvent located) {
                        stop = stop(located, stop);
                    }
                }
                if (stop != null) {
                    return stop;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String stop(LocatableEvent event, String before) {
        thread = event.thread();
        String comment = program.comment(event.location().lineNumber());
        if (event instanceof StepEvent) {
            machine.eventRequestManager().deleteEventRequest(event.request());
            return before == null ? comment + "*" : before;
        }
        return event instanceof BreakpointEvent ? comment : before;
    }

    /** At every place that the line has, as IDEs do. */
    private void setBreakpoint(ReferenceType type, String comment) {
        for (Location location : locations(type, comment)) {
            BreakpointRequest request = machine.eventRequestManager().createBreakpointRequest(location);
            request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
            request.enable();
        }
    }

    private List<Location> locations(ReferenceType type, String comment) {
        try {
            return type.locationsOfLine(program.line(comment));
        } catch (AbsentInformationException generated) {
            return List.of();
        }
    }

    /** Sets a breakpoint while the program runs: "run to this line". */
    void addBreakpoint(String comment) {
        machine.classesByName(program.name()).forEach(it -> setBreakpoint(it, comment));
    }

    String over() {
        return step(StepRequest.STEP_OVER);
    }

    String into() {
        return step(StepRequest.STEP_INTO);
    }

    private String step(int depth) {
        machine.eventRequestManager()
                .deleteEventRequests(List.copyOf(machine.eventRequestManager().stepRequests()));
        StepRequest step = machine.eventRequestManager().createStepRequest(thread, StepRequest.STEP_LINE, depth);
        FILTERS.forEach(step::addClassExclusionFilter);
        step.enable();
        return next();
    }

    /** Goes on from stop to stop until the program ends. */
    List<String> rest() {
        List<String> stops = new ArrayList<>();
        for (String stop = next(); !stop.equals("end"); stop = next()) {
            stops.add(stop);
        }
        return stops;
    }

    /** The variables that are in scope, with their values as text. */
    Map<String, String> variables() {
        try {
            StackFrame frame = thread.frame(0);
            Map<String, String> variables = new TreeMap<>();
            for (LocalVariable variable : frame.visibleVariables()) {
                variables.put(variable.name(), text(frame.getValue(variable)));
            }
            return variables;
        } catch (AbsentInformationException | IncompatibleThreadStateException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Value value) {
        return value instanceof StringReference string ? string.value() : String.valueOf(value);
    }

    @Override
    public void close() {
        machine.process().destroyForcibly();
    }
}
